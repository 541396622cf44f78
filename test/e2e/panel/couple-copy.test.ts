import type { Browser, Page } from 'puppeteer';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchBrowser, openTab } from '#test/support/browser.ts';
import { buildGallery, type Gallery } from './gallery/build.ts';
import type { Meanwhile } from './gallery/meanwhile.ts';

declare const meanwhile: Meanwhile;

let gallery: Gallery;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  gallery = await buildGallery();
  browser = await launchBrowser({ hosts: {} });
});
beforeEach(async () => {
  page = await openTab(browser);
});
afterEach(() => page.close());
afterAll(async () => {
  await browser.close();
  await gallery.remove();
});

/** Opens a couple's record, and reads the text that may be copied. */
async function read(state: string): Promise<string> {
  await page.goto(gallery.address(state));
  await page.waitForSelector('.couple .preview');
  return page.$eval('.couple .preview', ({ textContent }) => textContent ?? '');
}

async function pressCopy(): Promise<void> {
  const button = await page.waitForSelector('.couple .preview + .row button');
  await button?.evaluate((shown) => shown.scrollIntoView({ block: 'center' }));
  await page.waitForSelector('.couple .preview + .row button[aria-disabled="false"]');
  await button?.click();
}

const shows = (words: string) =>
  page.waitForFunction((wanted) => document.body.innerText.includes(wanted), {}, words);

const text = () => page.evaluate(() => document.body.innerText);
const copied = () => page.evaluate(() => meanwhile.copied);

describe('Copy of a couple’s Update', () => {
  it('brings word for word what is read, of both by two identifiers', async () => {
    const preview = await read('couple');
    expect(preview).toContain(
      'Sam Rivera (born 9 Jul 1985) and Dana Wilhelmina Rivera-Castellanos',
    );
    expect(preview).toContain('33/81 (prorated, a blank filled in by rule)');
    await pressCopy();
    await shows('Copied.');
    expect(await copied()).toEqual([preview]);
  });

  it('says so when the browser does not let it, and what to do', async () => {
    await read('couple, the clipboard refuses');
    await pressCopy();
    await shows('The browser did not allow copying. Select the text above and copy it.');
    expect(await text()).not.toContain('Copied.');
  });

  it('shows the other text in place of copying one that has changed, and copies that at the next press', async () => {
    const before = await read('couple, then less shared');
    await pressCopy();
    await shows('Not copied: the text has just changed. Read it again, then press Copy.');
    expect(await copied()).toEqual([]);
    const now = await page.$eval('.couple .preview', ({ textContent }) => textContent);
    expect(now).not.toBe(before);
    expect(await text()).not.toContain('CSI-16');
    await pressCopy();
    await shows('Copied.');
    expect(await copied()).toEqual([now]);
  });

  it.each([
    ['couple, then nothing shared', 'Not copied: nothing is shared here now.'],
    ['couple, then none', 'Not copied: nothing is shared here now.'],
    ['couple, then no answer', 'The server can’t be reached. Nothing of anybody is shown.'],
  ])('copies nothing and takes the text away: %s', async (state, words) => {
    await read(state);
    await pressCopy();
    await shows(words);
    const left = await text();
    expect(left).toContain('Not copied');
    expect(left).not.toMatch(/CSI-16|33\/81|took|taken back|revok|withdr|safety/i);
    expect(await page.$('.couple .preview')).toBeNull();
    expect(await copied()).toEqual([]);
  });
});

it('a couple that shares nothing has no text and no Copy', async () => {
  await page.goto(gallery.address('couple, nothing shared'));
  await shows('Nothing is shared here now.');
  await shows('Sam Rivera born 9 Jul 1985');
  expect(await page.$('.preview')).toBeNull();
  expect(await text()).not.toContain('Copy');
});
