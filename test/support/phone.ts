import type { Browser, Page } from 'puppeteer';
import { openTab } from './browser.ts';

/** A small current phone, in CSS pixels. */
const SCREEN = { width: 390, height: 844, deviceScaleFactor: 2, isMobile: true, hasTouch: true };

/** A client's phone, used by the words on the screen. */
export interface Phone {
  readonly page: Page;
  /** Waits until the page shows these words. */
  shows(words: string): Promise<void>;
  /** Taps the button or link that begins with these words. */
  tap(words: string): Promise<void>;
}

/**
 * Opens an address on a phone: a profile of its own that nobody is signed in to. `bornOn`, a
 * calendar date, is what its owner fills in when the page asks; without it nothing is filled in.
 */
export async function openPhone(
  browser: Browser,
  address: string,
  { scripts = true, bornOn }: { scripts?: boolean; bornOn?: string } = {},
): Promise<Phone> {
  const context = await browser.createBrowserContext();
  const page = await openTab(context);
  await page.setViewport(SCREEN);
  await page.setJavaScriptEnabled(scripts);
  await page.goto(address);
  if (bornOn !== undefined) await giveBirthDate(page, bornOn);
  return phoneOn(page);
}

/** Uses a page of the client's that is open, on a phone or on another device. */
export function phoneOn(page: Page): Phone {
  async function shows(words: string): Promise<void> {
    await page.waitForSelector(
      `::-p-xpath(//body//*[contains(normalize-space(.), ${quoted(words)})])`,
    );
  }

  async function tap(words: string): Promise<void> {
    const text = `starts-with(normalize-space(.), ${quoted(words)})`;
    const target = await page.waitForSelector(`::-p-xpath(//button[${text}] | //a[${text}])`);
    if (target === null) throw new Error(`nothing to tap says "${words}"`);
    await target.click();
  }

  return { page, shows, tap };
}

/** Fills in the birth date where a page of the client's asks for it, and waits for the page behind. */
export async function giveBirthDate(page: Page, bornOn: string): Promise<void> {
  const [year = '', month = '', day = ''] = bornOn.split('-').map((part) => String(Number(part)));
  await page.waitForSelector('#born-month');
  await page.select('#born-month', month);
  await page.type('#born-day', day);
  await page.type('#born-year', year);
  await page.click('button.main');
  await page.waitForSelector('h1:not(:has(~ form .born))');
}

/** An XPath string; words with both kinds of quotation marks do not occur. */
function quoted(words: string): string {
  return words.includes('"') ? `'${words}'` : `"${words}"`;
}
