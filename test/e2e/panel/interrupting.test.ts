import type { Browser, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, openTab } from '#test/support/browser.ts';
import { buildGallery, type Gallery } from './gallery/build.ts';

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

async function show(state: string): Promise<void> {
  // Two states differ in the fragment only: without this the page would not be loaded anew.
  await page.goto('about:blank');
  await page.goto(gallery.address(state));
  await page.waitForSelector('.alert');
}

/** What a screen reader speaks at once, whatever it is saying. */
function interruptions(): Promise<(string | null)[]> {
  return page.$$eval('[role="alert"], [aria-live="assertive"]', (all) =>
    all.map(({ textContent }) => textContent),
  );
}

/** The classes of the cards, from top to bottom. */
function cards(): Promise<string[]> {
  return page.$$eval('.alert', (all) => all.map(({ className }) => className));
}

describe('of several emergencies', () => {
  it('one interrupts, and it stands first', async () => {
    await show('two emergencies, good news');
    const tags = await page.$$eval('.alert .tag', (all) => all.map((tag) => tag.textContent));
    expect(tags.filter((tag) => tag === 'Emergency')).toHaveLength(2);
    const [spoken, ...others] = await interruptions();
    expect(spoken).toContain('New risk answer');
    expect(spoken).toContain('CORE-10 item 6');
    expect(others).toEqual([]);
    expect((await cards()).findIndex((card) => card.includes('interrupts'))).toBe(0);
  });

  it('how many there are is said when the screen reader is done', async () => {
    const said = await page.$eval('[role="status"].only-heard', (status) => status.textContent);
    expect(said).toMatch(/^Alerts, \d open, \d urgent$/);
  });

  it('good news is drawn as better, and calmly', async () => {
    const news = (await cards()).find((card) => card.includes('better'));
    expect(news).toBe('alert better calm');
  });
});

describe('without an emergency', () => {
  it.each(['worse', 'alerts put aside'])('nothing interrupts: %s', async (state) => {
    await show(state);
    expect(await interruptions()).toEqual([]);
  });

  it('what is put aside is folded away, and counted in the title', async () => {
    await show('alerts put aside');
    const [title] = await page.$$eval('.section > h2', (all) => all.map((h2) => h2.textContent));
    const [, count = ''] = /^Alerts, (\d+) put aside$/.exec(title ?? '') ?? [];
    const summary = await page.$eval('.section summary', ({ textContent }) => textContent);
    expect(summary).toBe(`Put aside (${count})`);
    expect(await page.$eval('.alert', (card) => card.checkVisibility())).toBe(false);
  });
});
