import type { Browser, Page } from 'puppeteer';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchBrowser, openTab } from '#test/support/browser.ts';
import { unfoldAll } from '#test/support/unfold.ts';
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
  page.setDefaultTimeout(20_000);
  await page.setViewport({ width: 400, height: 900 });
});
afterEach(() => page.close());
afterAll(async () => {
  await browser.close();
  await gallery.remove();
});

async function show(state: string): Promise<void> {
  await page.goto(gallery.address(state));
  await page.waitForSelector('main');
}

/** A button in view, once a press would count on it. */
async function ready(selector: string) {
  const button = await page.waitForSelector(selector);
  await button?.evaluate((shown) => shown.scrollIntoView({ block: 'center' }));
  return page.waitForSelector(`${selector}[aria-disabled="false"]`);
}

describe('evidence that joins an alert while it is decided on', () => {
  it.each([
    ['Acknowledge', 'What was done about'],
    ['Put aside', 'Put aside'],
  ])('closes the choice of “%s”, says so, and lets it be opened again', async (name, group) => {
    await show('worse');
    const opener = `button[aria-label^="${name}"]`;
    const choice = `[role="group"][aria-label^="${group}"]`;
    await page.click(opener);
    const read = await ready(`${choice} .trusted > button`);
    await page.evaluate(() => meanwhile.evidence());
    await page.waitForFunction(() =>
      document.querySelector('.alert')?.textContent.includes('This alert has changed meanwhile.'),
    );
    expect(await page.$(choice)).toBeNull();
    expect(await read?.evaluate((button) => button.isConnected)).toBe(false);
    const open = (await page.$$('.alert h3')).length;
    await page.click(opener);
    await (await ready(`${choice} .trusted > button`))?.click();
    await page.waitForFunction(
      (before) => document.querySelectorAll('.section > .stack > ul > li h3').length < before,
      {},
      open,
    );
  });
});

describe('a text that may go into a note', () => {
  it('of another field than the one that was read needs a press of its own', async () => {
    await show('improving');
    const read = await ready('[data-goal="insert"] button');
    await page.evaluate(() => meanwhile.fieldFound('f4'));
    await page.waitForFunction(() =>
      document.querySelector('.destination strong')?.textContent.includes('Plan'),
    );
    expect(await read?.evaluate((button) => button.isConnected)).toBe(false);
    await ready('[data-goal="insert"] button');
  });

  it('and refresh another keeps its button, and the keyboard on it, while minutes pass', async () => {
    await show('own text in the note');
    await page.waitForSelector('.own-blocks');
    await unfoldAll(page);
    const read = await ready('.own-blocks .trusted > button');
    await read?.focus();
    await page.evaluate(() => meanwhile.minute());
    await page.waitForFunction(() =>
      document.querySelector('.own-blocks .preview')?.textContent.includes('6:59 pm'),
    );
    expect(await read?.evaluate((button) => button === document.activeElement)).toBe(true);
  });
});
