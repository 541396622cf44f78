import { rmSync } from 'node:fs';
import type { Browser, Page } from 'puppeteer';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { RunningBackend } from '#backend/serve.ts';
import type { FormContent } from '#shared/forms/diary-card.ts';
import { launchBrowser } from '#test/support/browser.ts';
import { newDirectory } from '#test/support/database.ts';
import { startLocalBackend } from '#test/support/local-backend.ts';
import { giveBirthDate, openPhone, type Phone } from '#test/support/phone.ts';
import { BORN, sentOwnForm, sentTogether } from './sent.ts';

const TALK: FormContent = {
  title: 'Evening card',
  items: [
    { kind: 'text', id: 'good', name: 'Good', text: 'What went well today?', maxLength: 280 },
    { kind: 'text', id: 'talk', name: 'Talk', text: 'What else was there?', maxLength: 280 },
  ],
};
const WORDS = 'Sleep, and my sister';

let backend: RunningBackend;
let directory: string;
let browser: Browser;
const phones: Phone[] = [];

beforeAll(async () => {
  directory = newDirectory();
  backend = await startLocalBackend(directory);
  browser = await launchBrowser({ hosts: {} });
});
afterEach(async () => {
  await Promise.all(phones.splice(0).map(({ page }) => page.browserContext().close()));
});
afterAll(async () => {
  await browser.close();
  await backend.stop();
  rmSync(directory, { recursive: true, force: true });
});

/** A phone on which the birth date was given. */
async function phoneAt(address: string, options: { scripts?: boolean } = {}): Promise<Phone> {
  const phone = await openPhone(browser, address, { bornOn: BORN, ...options });
  phones.push(phone);
  return phone;
}

/** A phone that shows the own page, after a form was answered and sent. */
async function onOwnPage(options: { scripts?: boolean } = {}): Promise<Phone> {
  const link = await sentTogether(backend, ['gad2']);
  const phone = await phoneAt(`${link}/q/1`, options);
  for (const number of [1, 2]) {
    await phone.shows(`Question ${number} of 2`);
    await phone.tap('Several days');
  }
  await phone.tap('Send my answers');
  await phone.shows('Your answers are saved and sent');
  await phone.tap('See your own page');
  await phone.page.waitForSelector('form[action$="/mine/say"]');
  return phone;
}

/** Answers in the server's place whenever a form goes to such an address, until it is told not to. */
async function inThePlaceOfTheServer(page: Page, address: RegExp, status = 503) {
  let isBusy = true;
  page.on('request', (request) => {
    const isFor = request.method() === 'POST' && address.test(request.url());
    const body = '<main id="screen"><h1 id="heading">The server is busy</h1></main>';
    if (isBusy && isFor) void request.respond({ status, body, contentType: 'text/html' });
    else void request.continue();
  });
  await page.setRequestInterception(true);
  return () => {
    isBusy = false;
  };
}

/** Does what half an hour without a touch does: the birth date has to be given again. */
async function losePass(page: Page): Promise<void> {
  const session = await page.createCDPSession();
  await session.send('Network.clearBrowserCookies');
}

const typed = (page: Page) => page.$eval('textarea', ({ value }) => value);
const status = (page: Page) => page.$eval('#status', ({ textContent }) => textContent);

/** Whether the browser would ask before it closes the page. */
const asksBeforeClosing = (page: Page) =>
  page.evaluate(() => !dispatchEvent(new Event('beforeunload', { cancelable: true })));

/** Waits until the page has said this of saving. */
async function says(page: Page, words: string): Promise<void> {
  await page.waitForFunction(
    (wanted: string) => document.querySelector('#status')?.textContent?.startsWith(wanted) ?? false,
    {},
    words,
  );
}

/** Waits until the questions are there by which answering goes on alone. */
async function hasTheRest(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    performance.getEntriesByType('resource').some(({ name }) => name.endsWith('/rest')),
  );
}

describe('a server that is busy at the first answer', () => {
  it.each([503, 429])(
    'takes no words from the client by a %i: they wait, and are saved when it can',
    async (code) => {
      const link = await sentOwnForm(backend, TALK);
      const phone = await phoneAt(`${link}/q/1`);
      const { page } = phone;
      await hasTheRest(page);
      const worksAgain = await inThePlaceOfTheServer(page, /\/q\/\d+$/, code);
      await page.type('textarea', WORDS);
      await phone.tap('Save and go on');
      await phone.shows('What else was there?');
      expect(await status(page)).toContain('Not saved yet');
      expect(await asksBeforeClosing(page)).toBe(true);
      worksAgain();
      await page.evaluate(() => dispatchEvent(new Event('online')));
      await says(page, 'Saved');
      expect(await asksBeforeClosing(page)).toBe(false);
      const other = await phoneAt(`${link}/review`);
      await other.shows(WORDS);
    },
  );

  it('takes none that wait behind the birth date', async () => {
    const link = await sentOwnForm(backend, TALK);
    const phone = await phoneAt(`${link}/q/1`);
    const { page } = phone;
    await hasTheRest(page);
    await losePass(page);
    await page.type('textarea', WORDS);
    await phone.tap('Save and go on');
    await phone.shows('What you wrote or chose is still here.');
    expect(await asksBeforeClosing(page)).toBe(true);
    const worksAgain = await inThePlaceOfTheServer(page, /\/birth-date$/);
    await page.select('#born-month', '3');
    await page.type('#born-day', '14');
    await page.type('#born-year', '1991');
    await page.click('button.main');
    await says(page, 'We can’t say whether this was saved');
    worksAgain();
    await page.click('button.main');
    await phone.shows('What else was there?');
    await phone.tap('Back');
    await phone.shows('What went well today?');
    expect(await typed(page)).toBe(WORDS);
  });
});

/** How many blocks of help that an answer brought out stand on the page. */
const helpInSight = (page: Page) =>
  page.$$eval(
    'section[data-after-answer]',
    (all) => all.filter((help) => help.checkVisibility()).length,
  );

describe('help after an answer that calls for it', () => {
  it('stays over the question for the birth date, also past a wrong date', async () => {
    const link = await sentTogether(backend, ['phq9']);
    const phone = await phoneAt(`${link}/q/9`);
    const { page } = phone;
    await hasTheRest(page);
    await losePass(page);
    await phone.tap('Several days');
    await page.waitForSelector('#born-day');
    expect(await helpInSight(page)).toBe(1);
    await page.select('#born-month', '1');
    await page.type('#born-day', '2');
    await page.type('#born-year', '1950');
    await page.click('button.main');
    await page.waitForSelector('#problem');
    expect(await helpInSight(page)).toBe(1);
    await giveBirthDate(page, BORN);
    await phone.shows('Look over your answers');
    expect(await helpInSight(page)).toBe(1);
  });

  it('stays where the server is busy', async () => {
    const link = await sentTogether(backend, ['phq9']);
    const phone = await phoneAt(`${link}/q/9`);
    const { page } = phone;
    await inThePlaceOfTheServer(page, /\/q\/9$/);
    await phone.tap('Several days');
    await says(page, 'Not saved yet');
    expect(await helpInSight(page)).toBe(1);
  });

  it('stands open at the foot without a script', async () => {
    const link = await sentTogether(backend, ['phq9']);
    const phone = await phoneAt(`${link}/q/9`, { scripts: false });
    await losePass(phone.page);
    await phone.tap('Several days');
    await phone.page.waitForSelector('#born-day');
    expect(await phone.page.$$('details.support[open]')).toHaveLength(1);
  });
});

describe('words that were typed and not sent', () => {
  it('stay in their field, whatever else is pressed on the own page', async () => {
    const phone = await onOwnPage();
    const { page } = phone;
    expect(await asksBeforeClosing(page)).toBe(false);
    await page.type('textarea', WORDS);
    expect(await asksBeforeClosing(page)).toBe(true);
    await phone.tap('Show as a chart');
    await phone.shows('Show in words');
    expect(await typed(page)).toBe(WORDS);
    await phone.tap('Español');
    await phone.tap('English');
    await phone.shows('Your own page');
    expect(await typed(page)).toBe(WORDS);
    await page.click('nav a[href$="/done"]');
    await phone.shows('Your answers are saved and sent');
    expect(await asksBeforeClosing(page)).toBe(true);
    await phone.tap('See your own page');
    await page.waitForSelector('textarea');
    expect(await typed(page)).toBe(WORDS);
    await page.click('form[action$="/mine/say"] button');
    await phone.shows(`“${WORDS}”`);
    expect(await typed(page)).toBe('');
    expect(await asksBeforeClosing(page)).toBe(false);
  });

  it('stay where the server is busy with another button, and with their own', async () => {
    const phone = await onOwnPage();
    const { page } = phone;
    await inThePlaceOfTheServer(page, /\/mine\//);
    await page.type('textarea', WORDS);
    for (const form of ['show', 'say']) {
      await page.click(`form[action$="/mine/${form}"] button`);
      await says(page, 'We can’t say');
      expect(await typed(page)).toBe(WORDS);
      await page.$eval('#status', (region) => region.replaceChildren());
    }
  });

  it.each([{ scripts: true }, { scripts: false }])(
    'go along with the other language at a question: %o',
    async ({ scripts }) => {
      const link = await sentOwnForm(backend, TALK);
      const phone = await phoneAt(`${link}/q/1`, { scripts });
      await phone.page.type('textarea', WORDS);
      await phone.tap('Español');
      await phone.page.waitForSelector('button::-p-text(English)');
      expect(await typed(phone.page)).toBe(WORDS);
      expect(phone.page.url()).toBe(`${link}/q/1`);
      const other = await phoneAt(`${link}/review`);
      await other.shows(WORDS);
    },
  );
});

it('the page is read out, and speaks of saving, in the language of its screen', async () => {
  const link = await sentTogether(backend, ['gad2']);
  const phone = await phoneAt(`${link}/q/1`);
  const { page } = phone;
  await phone.tap('Español');
  await page.waitForSelector('html[lang="es"]');
  expect(await page.$eval('#leave', ({ textContent }) => textContent?.trim())).toBe(
    'Salir de esta página',
  );
  await page.click('button[name="answer"][value="1"]');
  await page.waitForSelector('form[action$="/q/2"]');
  expect(await status(page)).toBe('Guardado');
});
