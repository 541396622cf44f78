import type { Browser, Page } from 'puppeteer';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
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
  await page.setViewport({ width: 400, height: 900 });
});
afterAll(async () => {
  await browser.close();
  await gallery.remove();
});

async function show(state: string): Promise<void> {
  await page.goto(gallery.address(state));
  await page.waitForSelector('main');
}

/** A button that a press would count on. */
const ready = (selector: string) => page.waitForSelector(`${selector}[aria-disabled="false"]`);

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
