import type { Browser, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violationsIn } from '#test/support/axe.ts';
import { launchBrowser, openTab } from '#test/support/browser.ts';
import { unfoldAll } from '#test/support/unfold.ts';
import { buildGallery, type Gallery } from './gallery/build.ts';

let gallery: Gallery;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  gallery = await buildGallery('../charts/main.tsx');
  browser = await launchBrowser({ hosts: {} });
  page = await openTab(browser);
});

afterAll(async () => {
  await browser.close();
  await gallery.remove();
});

type Look = 'light' | 'dark' | 'forced';

async function look(as: Look): Promise<void> {
  const session = await page.createCDPSession();
  await session.send('Emulation.setEmulatedMedia', {
    features: [
      { name: 'prefers-color-scheme', value: as === 'light' ? 'light' : 'dark' },
      { name: 'forced-colors', value: as === 'forced' ? 'active' : 'none' },
      { name: 'prefers-reduced-motion', value: 'reduce' },
    ],
  });
}

/** The trends of a client, everything on demand opened. */
async function show(client: string, width = 400): Promise<void> {
  await look('light');
  await page.setViewport({ width, height: 900 });
  await page.goto('about:blank');
  await page.goto(gallery.address(client));
  await page.waitForSelector('main');
  await unfoldAll(page);
  // A closed chart is measured once it is open.
  await page.waitForFunction(() => {
    const charts = [...document.querySelectorAll('figure > svg.chart')];
    return charts.every(
      (chart) =>
        Math.abs(Number(chart.getAttribute('viewBox')?.split(' ')[2]) - chart.clientWidth) < 2,
    );
  });
}

/** Words of the elements that a selector finds in the article of a measure. */
function wordsIn(measure: string, selector: string): Promise<string[]> {
  return page.evaluate(
    (name, wanted) => {
      const article = [...document.querySelectorAll('article.measure')].find((candidate) =>
        candidate.querySelector('h3')?.textContent?.startsWith(name),
      );
      return [...(article?.querySelectorAll(wanted) ?? [])].map(
        (element) => element.textContent ?? '',
      );
    },
    measure,
    selector,
  );
}

describe('the charts of a client', () => {
  it.each([320, 400, 560])(
    'at %i px: words lie inside, and none lies on another',
    async (width) => {
      await show('charted', width);
      const faults = await page.$$eval('figure > svg.chart', (charts) =>
        charts.flatMap((chart) => {
          const box = chart.getBoundingClientRect();
          const texts = [...chart.querySelectorAll('text')];
          const boxes = texts.map((text) => text.getBoundingClientRect());
          return texts.flatMap((text, place) => {
            const own = boxes[place];
            if (own === undefined) return [];
            const outside =
              own.left < box.left - 1 || own.right > box.right + 1 || own.bottom > box.bottom + 1;
            const on = boxes.findIndex(
              (other, index) =>
                index > place &&
                own.left < other.right - 1 &&
                other.left < own.right - 1 &&
                own.top < other.bottom - 4 &&
                other.top < own.bottom - 4,
            );
            return [
              ...(outside ? [`outside: ${text.textContent}`] : []),
              ...(on === -1 ? [] : [`${text.textContent} on ${texts[on]?.textContent}`]),
            ];
          });
        }),
      );
      expect(faults).toEqual([]);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow).toBe(0);
    },
  );

  it.each<Look>(['light', 'dark', 'forced'])('in %s: axe finds nothing', async (as) => {
    await show('charted');
    await look(as);
    expect(await violationsIn(page.mainFrame())).toEqual([]);
  });

  it('have colours of the system where it asks for high contrast', async () => {
    await show('charted');
    await look('forced');
    const strokes = await page.$$eval('svg.chart :is(.line, .mark.score)', (all) => [
      ...new Set(all.map((one) => getComputedStyle(one).stroke)),
    ]);
    expect(strokes).toHaveLength(1);
  });

  it('say by shape what counts, and explain each shape in the key', async () => {
    await show('charted');
    const key = await wordsIn('PHQ-9', '.chart-key > li');
    expect(key).toEqual(
      expect.arrayContaining([
        'less than 6 points from baseline',
        'cut-off: at least 10',
        'a blank filled in by rule',
        'a later answer of that day counts',
        'can’t be scored',
        'shown by the EHR itself',
        'corrected since',
        'after the session',
        'asked about days that overlap',
      ]),
    );
    expect(await wordsIn('PHQ-9', '.event ~ text')).toEqual(
      expect.arrayContaining(['new episode', 'sertraline 50 mg begun', 'session']),
    );
  });

  it('have a table that holds every mark of the drawing', async () => {
    await show('charted');
    const marks = await wordsIn('PHQ-9', 'figure .chart:not(.sample) .mark');
    const rows = await wordsIn('PHQ-9', 'table.scores tbody tr');
    expect(rows).toHaveLength(marks.length);
    expect(await wordsIn('C-SSRS', 'figure .chart text')).toContain('moderate risk');
  });

  it('show items with the risk item first, and what it means with its sources', async () => {
    await show('charted');
    const [first] = await wordsIn('PHQ-9', '.items > li');
    expect(first).toContain('(safety item)');
    const meanings = await wordsIn('PHQ-9', '.meanings > li');
    expect(meanings.find((words) => words.includes('Smallest important difference, 5'))).toContain(
      'to be verified in the source',
    );
  });

  it('compare measures as they are chosen', async () => {
    await show('charted');
    const lines = () => page.$$eval('.compared', (all) => all.length);
    expect(await lines()).toBe(3);
    await page.click('.compared-choice input');
    expect(await lines()).toBe(2);
    await page.click('.compared-choice label:nth-of-type(2) input');
    await page.waitForFunction(() => document.body.innerText.includes('Choose two measures'));
  });
});

/** A person's press, once one counts: the button has to have been seen for a while. */
async function pressPrint(): Promise<void> {
  const button = await page.waitForSelector('button::-p-text(Print this chart)');
  await button?.scrollIntoView();
  await page.waitForFunction((one) => one?.ariaDisabled === 'false', {}, button);
  await button?.click();
}

/** Prints the first chart; all that the style for paper shows then. */
async function printed(withName: boolean): Promise<string> {
  await show('charted');
  if (withName) await page.click('.tick-box input');
  await page.evaluate(() => {
    addEventListener('beforeprint', () => document.body.setAttribute('data-printed', 'yes'));
  });
  await pressPrint();
  await page.waitForSelector('body[data-printed]');
  await page.emulateMediaType('print');
  const shown = await page.evaluate(() => document.body.innerText);
  await page.emulateMediaType('screen');
  return shown;
}

describe('a chart on paper', () => {
  it('is one chart with its table, with initials only', async () => {
    const shown = await printed(false);
    expect(shown).toContain('J. A.');
    expect(shown).not.toContain('Jordan');
    expect(shown).not.toContain('14 Mar 1991');
    expect(shown).toContain('PHQ-9');
    expect(shown).toContain('to be verified in the source');
    expect(shown).not.toContain('GAD-7');
    expect(shown).not.toContain('As a table');
  });

  it('carries both identifiers when the clinician asks for them', async () => {
    expect(await printed(true)).toContain('Jordan Avery, born 14 Mar 1991');
  });

  it('stays in the panel when it could not be recorded, and says so', async () => {
    await show('charted');
    await page.evaluate(() => document.body.setAttribute('data-unrecorded', ''));
    await pressPrint();
    await page.waitForFunction(() => document.body.textContent?.includes('Not printed: it could'));
    expect(await page.$('.sheet')).toBeNull();
  });

  it('is gone from the document once it was printed', async () => {
    await printed(false);
    expect(await page.$$('.sheet')).toHaveLength(1);
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    expect(await page.$$('.sheet')).toHaveLength(0);
  });

  it('shows nothing of the panel when no sheet was asked for', async () => {
    await show('charted');
    await page.emulateMediaType('print');
    expect(await page.evaluate(() => document.body.innerText.trim())).toBe('');
    await page.emulateMediaType('screen');
  });
});
