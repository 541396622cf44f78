import type { Browser, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violationsIn } from '#test/support/axe.ts';
import { launchBrowser, openTab } from '#test/support/browser.ts';
import { unfoldAll } from '#test/support/unfold.ts';
import { buildGallery, type Gallery } from './gallery/build.ts';
import { COUPLE_STATES } from './gallery/couple-states.ts';
import { GOAL_STATES } from './gallery/goal-states.ts';
import { NOTE_STATES } from './gallery/note-states.ts';
import { RECORD_STATES } from './gallery/record-states.ts';
import { SETTINGS } from './gallery/settings.ts';
import { STATES } from './gallery/states.ts';

let gallery: Gallery;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  gallery = await buildGallery();
  browser = await launchBrowser({ hosts: {} });
  page = await openTab(browser);
});

afterAll(async () => {
  await browser.close();
  await gallery.remove();
});

/** Without motion, so that no colour is looked at on its way to another. */
async function prefer(scheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: scheme },
    { name: 'prefers-reduced-motion', value: 'reduce' },
  ]);
}

async function show(state: string): Promise<void> {
  await prefer('light');
  await page.setViewport({ width: 400, height: 900 });
  // Two states differ in the fragment only: without this the page would not be loaded anew.
  await page.goto('about:blank');
  await page.goto(gallery.address(state));
  await page.waitForSelector('main');
}

const names = [STATES, COUPLE_STATES, GOAL_STATES, RECORD_STATES, NOTE_STATES, SETTINGS].flatMap(
  Object.keys,
);

describe('every state of the panel and the settings', () => {
  it.each(names)('%s: axe finds nothing, in light and dark', async (state) => {
    await show(state);
    await unfoldAll(page);
    expect(await violationsIn(page.mainFrame())).toEqual([]);
    await prefer('dark');
    expect(await violationsIn(page.mainFrame())).toEqual([]);
  });

  it.each(names)('%s: fits from 320 to 560 px, with targets of 24 px', async (state) => {
    await show(state);
    await unfoldAll(page);
    for (const width of [320, 400, 560]) {
      await page.setViewport({ width, height: 900 });
      expect(await overflow(), `at ${width} px`).toBe(0);
      expect(await smallTargets(), `at ${width} px`).toEqual([]);
    }
  });
});

/** Pixels by which the panel is wider than its frame. */
function overflow(): Promise<number> {
  return page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
}

/** Words on targets below 24 by 24 px (WCAG 2.2, 2.5.8). */
function smallTargets(): Promise<(string | null)[]> {
  return page.$$eval('button, summary, select, .choices label', (targets) =>
    targets
      .map((target) => [target.textContent, target.getBoundingClientRect()] as const)
      .filter(([, { width, height }]) => width > 0 && (width < 24 || height < 24))
      .map(([text]) => text),
  );
}

/** What has the focus after each press of Tab, until it comes around. */
async function stops(): Promise<string[]> {
  const found: string[] = [];
  for (;;) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const { activeElement } = document;
      if (activeElement === null || activeElement === document.body) return null;
      const { outlineStyle, strokeWidth } = getComputedStyle(activeElement);
      const label = activeElement.closest('label');
      const shown =
        outlineStyle !== 'none' ||
        strokeWidth === '4px' ||
        (label !== null && getComputedStyle(label).outlineStyle !== 'none');
      const name =
        activeElement.getAttribute('aria-label') ??
        (label ?? activeElement).textContent ??
        activeElement.tagName;
      return `${shown ? '' : 'FOCUS NOT VISIBLE: '}${name.trim()}`;
    });
    if (stop === null || found.length > 60) return found;
    found.push(stop);
  }
}

/** Closes or puts aside the first alert that offers it, with the keyboard alone. */
async function leave(begin: string, end: string): Promise<void> {
  await page.focus(`.alert button[aria-label^="${begin}"]`);
  await page.keyboard.press('Enter');
  await page.waitForFunction(
    (words) => {
      const button = [...document.querySelectorAll('.alert [role="group"] button')].find(
        ({ textContent }) => textContent === words,
      );
      // A press counts once the button was seen for a while.
      if (button?.getAttribute('aria-disabled') !== 'false') return false;
      (button as HTMLElement).focus();
      return true;
    },
    {},
    end,
  );
  await page.keyboard.press('Enter');
}

it('says that nobody would be told of an alert, also where no client is on screen', async () => {
  await show('no client, and nobody is told');
  await page.waitForFunction(() =>
    document.body.innerText.includes('Messages about alerts are not going out'),
  );
});

describe('the panel by keyboard', () => {
  it('reaches everything that can be done, in the order of the screen, focus always visible', async () => {
    await show('improving');
    const reached = await stops();
    expect(reached.filter((stop) => stop.startsWith('FOCUS NOT VISIBLE'))).toEqual([]);
    const wanted = [
      'Settings',
      'Collapse the panel',
      'How this was checked',
      'Acknowledge: New risk answer · PHQ-9 item 9',
      'Answers and rule',
      'Chart',
      'As a table',
      'On paper',
      'Item by item',
      'Meaning and sources',
      'Compare measures',
      'Change',
      'Insert',
      'Copy',
    ];
    const places = wanted.map((name) => reached.findIndex((stop) => stop === name));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((one, other) => one - other));
  });

  it('stays where it was pressed when Acknowledge gives way to what was done, and back', async () => {
    await show('improving');
    const focusIsOn = (name: string) =>
      page.waitForFunction(
        (label) => document.activeElement?.getAttribute('aria-label') === label,
        {},
        name,
      );
    await page.focus('button[aria-label^="Acknowledge"]');
    await page.keyboard.press('Enter');
    await focusIsOn('What was done about: New risk answer · PHQ-9 item 9');
    await page.focus('[role="group"] > .quiet');
    await page.keyboard.press('Enter');
    await focusIsOn('Acknowledge: New risk answer · PHQ-9 item 9');
  });

  it('goes on with the next alert when one has left the list, and then with the heading', async () => {
    await show('worse');
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
    const headings = await page.$$eval('.alert h3', (all) => all.map((one) => one.textContent));
    await leave('Put aside', 'Put it aside');
    await page.waitForFunction(() => document.activeElement?.tagName === 'H3');
    expect(await focused()).toBe(headings[1]);
    const open = () => page.$$eval('.alert', (all) => all.length);
    for (let left = await open(); left > 1; left = await open()) {
      await leave('Acknowledge', 'Discussed in session');
      await page.waitForFunction(
        (before) => document.querySelectorAll('.alert').length < before,
        {},
        left,
      );
    }
    await page.waitForFunction(() => document.activeElement?.tagName === 'H2');
    expect(await focused()).toMatch(/^Alerts, 1 put aside$/);
  });

  it('goes from answer to answer in a chart with the arrow keys, and says each', async () => {
    await show('improving');
    await page.$eval('.chart [tabindex="0"]', (mark) => (mark as SVGElement).focus());
    const said = () => page.$eval('.chart-said', (caption) => caption.textContent);
    await page.keyboard.press('Home');
    expect(await said()).toBe('7 Jan 2026: 18/27, moderately severe range; baseline');
    await page.keyboard.press('ArrowRight');
    expect(await said()).toContain('18 Feb 2026: 19/27');
    await page.keyboard.press('End');
    expect(await said()).toContain('19 Nov 2026: 11/27');
  });
});

/** Presses what is named, as a person does. */
const press = (name: string) => page.locator(`::-p-text(${name})`).click();

/** What is said of the text below it. */
const saidOfText = () => page.$eval('.preview ~ .attention', ({ textContent }) => textContent);

describe('the text that is read', () => {
  it('says when it changed by itself, and nothing after a choice', async () => {
    await show('improving');
    expect(await saidOfText()).toBe('');
    await leave('Acknowledge', 'Discussed in session');
    await page.waitForFunction(() =>
      document.body.innerText.includes('This text changed at 6:58 pm'),
    );
    await unfoldAll(page);
    await press('SOAP');
    await page.waitForFunction(
      () => document.querySelector('.preview ~ .attention')?.textContent === '',
    );
  });

  it('is not taken for the one in the note, once another was chosen', async () => {
    await show('inserted');
    expect(await saidOfText()).toBe('');
    expect(await page.evaluate(() => document.body.innerText)).not.toContain('Goes to');
    await unfoldAll(page);
    await press('SOAP');
    await page.waitForFunction(() =>
      document.body.innerText.includes('The note holds the text that was inserted, not this one'),
    );
  });

  it('as of another day than the note’s says so, and keeps the keyboard when that is put right', async () => {
    await show('note of an earlier day');
    await unfoldAll(page);
    await press('Another day');
    await page
      .locator('::-p-aria([name="Day of the session, today at the latest"])')
      .fill('2026-11-03');
    await page.waitForFunction(() =>
      document.body.innerText.includes('session was on 6 Nov; the text is as of 3 Nov.'),
    );
    await page.focus('.earlier button');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelector('.earlier') === null);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Change');
  });
});

describe('the panel in a small window', () => {
  it('keeps who this is in sight, whatever is scrolled to', async () => {
    await show('worse');
    await page.setViewport({ width: 400, height: 700 });
    await page.$eval('.chart', (chart) => chart.scrollIntoView({ block: 'center' }));
    expect(await page.$eval('.frame-bar', (bar) => bar.getBoundingClientRect().top)).toBe(0);
  });

  it('lets everything be reached in the height that 200 % zoom leaves', async () => {
    await show('improving');
    await unfoldAll(page);
    await page.setViewport({ width: 400, height: 330 });
    const unreachable = await page.$$eval('button, summary, select', (targets) =>
      targets.filter((target) => {
        target.scrollIntoView({ block: 'center' });
        const { top, bottom } = target.getBoundingClientRect();
        return top < 0 || bottom > innerHeight;
      }),
    );
    expect(unreachable).toEqual([]);
  });
});

/** What can't be taken lightly; the bar's own button switches the safe view on at any press. */
const GATED = '.trusted > button:not(.icon)';

describe('a press', () => {
  it('counts when a person made it on a button that was in view', async () => {
    await show('improving');
    const acknowledge = await page.waitForSelector('button[aria-label^="Acknowledge"]');
    await acknowledge?.click();
    const action = await page.waitForSelector(`${GATED}[aria-disabled="false"]`);
    await action?.click();
    expect(await page.$('.trusted [role="alert"]')).toBeNull();
  });

  it('does not count when a script made it', async () => {
    await show('unlinked');
    await page.waitForSelector(`${GATED}[aria-disabled="false"]`);
    const heard = await page.$eval(GATED, (button) => {
      button.click();
      return document.querySelectorAll('.trusted [role="alert"]').length;
    });
    expect(heard).toBe(0);
  });

  it('does not count on a button that something covers, and says why', async () => {
    await show('unlinked');
    await page.waitForSelector(`${GATED}[aria-disabled="false"]`);
    await page.evaluate(() => {
      const cover = document.createElement('div');
      cover.style.cssText = 'position:fixed;inset:0;pointer-events:none;background:#ffffff01';
      document.body.append(cover);
    });
    await page.waitForSelector(`${GATED}[aria-disabled="true"]`);
    await page.click(GATED);
    const said = await page.waitForSelector('.trusted > [role="alert"]');
    expect(await said?.evaluate((element) => element.textContent)).toContain('covered');
  });
});

describe('the panel at rest', () => {
  it('does not move when reduced motion is asked for', async () => {
    await show('improving');
    const moving = await page.$$eval(
      '*',
      (all) =>
        all.filter((element) => {
          const { transitionDuration, animationName } = getComputedStyle(element);
          return !/^0s(, 0s)*$/.test(transitionDuration) || animationName !== 'none';
        }).length,
    );
    expect(moving).toBe(0);
  });
});
