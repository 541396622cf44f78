import { rmSync } from 'node:fs';
import type { Browser, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NEUTRAL_SITE } from '#backend/portal/reader.ts';
import type { RunningBackend } from '#backend/serve.ts';
import { launchBrowser } from '#test/support/browser.ts';
import { newDirectory } from '#test/support/database.ts';
import { startLocalBackend } from '#test/support/local-backend.ts';
import { openPhone, type Phone } from '#test/support/phone.ts';
import { BORN, sentTogether } from './sent.ts';

const WORDS = 'Sleep, and my sister';

let backend: RunningBackend;
let directory: string;
let browser: Browser;

beforeAll(async () => {
  directory = newDirectory();
  backend = await startLocalBackend(directory);
  browser = await launchBrowser({ hosts: {} });
});
afterAll(async () => {
  await browser.close();
  await backend.stop();
  rmSync(directory, { recursive: true, force: true });
});

/** A phone that shows the own page with words on it, reached by an address, so that it is in the history. */
async function withWords(scripts: boolean): Promise<{ phone: Phone; link: string }> {
  const link = await sentTogether(backend, ['gad2']);
  const phone = await openPhone(browser, `${link}/q/1`, { bornOn: BORN, scripts });
  const { page } = phone;
  for (const number of [1, 2]) {
    await phone.shows(`Question ${number} of 2`);
    await phone.tap('Several days');
  }
  await phone.tap('Send my answers');
  await phone.shows('Your answers are saved and sent');
  await page.goto(`${link}/mine`);
  await page.type('textarea', WORDS);
  await page.click('form[action$="/mine/say"] button');
  await phone.shows(`“${WORDS}”`);
  await page.goto(`${link}/mine/copy`);
  return { phone, link };
}

/** Has a page stand at the neutral site, which no test reaches. */
async function standInForNeutralSite(page: Page): Promise<void> {
  page.on('request', (request) => {
    if (request.url() !== NEUTRAL_SITE) void request.continue();
    else void request.respond({ status: 200, contentType: 'text/html', body: '<h1>Weather</h1>' });
  });
  await page.setRequestInterception(true);
}

describe.each([{ scripts: true }, { scripts: false }])(
  'whoever leaves the page: %o',
  ({ scripts }) => {
    it('leaves nothing to come back to: the birth date is asked', async () => {
      const { phone, link } = await withWords(scripts);
      const { page } = phone;
      await standInForNeutralSite(page);
      await phone.tap('Leave this page');
      await phone.shows('Weather');
      expect(page.url()).toBe(NEUTRAL_SITE);
      await page.goBack();
      await phone.shows('When were you born?');
      expect(await page.$eval('body', ({ innerText }) => innerText)).not.toContain(WORDS);
      await page.goto(`${link}/mine`);
      await phone.shows('When were you born?');
      await page.browserContext().close();
    });
  },
);

describe('with the script', () => {
  it('is asked nothing, also with words in the field, which are off the screen at once', async () => {
    const { phone, link } = await withWords(true);
    const { page } = phone;
    await page.goto(`${link}/mine`);
    await page.type('textarea', 'More words');
    let asked = false;
    page.on('dialog', (dialog) => {
      asked = true;
      void dialog.accept();
    });
    await standInForNeutralSite(page);
    await phone.tap('Leave this page');
    await phone.shows('Weather');
    expect(asked).toBe(false);
    await page.browserContext().close();
  });

  it('a page that the browser kept as it was is asked for anew', async () => {
    const { phone } = await withWords(true);
    const { page } = phone;
    const session = await page.createCDPSession();
    await session.send('Network.clearBrowserCookies');
    const kept = () =>
      page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
    await Promise.all([page.waitForNavigation(), kept()]);
    await phone.shows('When were you born?');
    await page.browserContext().close();
  });
});
