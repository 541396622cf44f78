import type { Browser, Page } from 'puppeteer';
import { afterAll, beforeAll, expect, it } from 'vitest';
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
  page = await openTab(browser);
});
afterAll(async () => {
  await browser.close();
  await gallery.remove();
});

const shows = (words: string) =>
  page.waitForFunction((wanted) => document.body.innerText.includes(wanted), {}, words);

it('what a couple shared yesterday is off the screen before the server has answered anew', async () => {
  await page.goto(gallery.address('couple, answered once'));
  await shows('CSI-16');
  await page.evaluate(() => meanwhile.night());
  await shows('Asking whether they are a couple');
  expect(await page.evaluate(() => document.body.innerText)).not.toMatch(/CSI-16|Rivera/);
});
