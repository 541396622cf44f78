import { rmSync } from 'node:fs';
import type { Browser, HTTPRequest, Page } from 'puppeteer';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { RunningBackend } from '#backend/serve.ts';
import type { FormContent } from '#shared/forms/diary-card.ts';
import { launchBrowser } from '#test/support/browser.ts';
import { newDirectory } from '#test/support/database.ts';
import { startLocalBackend } from '#test/support/local-backend.ts';
import { openPhone, type Phone } from '#test/support/phone.ts';
import { BORN, sentOwnForm, sentTogether } from './sent.ts';

/** Words, a rating, and words again. */
const EVENING: FormContent = {
  title: 'Evening card',
  items: [
    { kind: 'text', id: 'good', name: 'Good', text: 'What went well today?', maxLength: 280 },
    {
      kind: 'rating',
      id: 'mood',
      name: 'Mood',
      text: 'How was your mood today?',
      min: 0,
      max: 10,
      minLabel: 'very low',
      maxLabel: 'very good',
      direction: 'higherBetter',
    },
    { kind: 'text', id: 'talk', name: 'Talk', text: 'What else was there?', maxLength: 280 },
  ],
};

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
async function phoneAt(address: string): Promise<Phone> {
  const phone = await openPhone(browser, address, { bornOn: BORN });
  phones.push(phone);
  return phone;
}

/** Waits until the question with this end of its address stands. */
async function asks(page: Page, ending: string): Promise<void> {
  await page.waitForSelector(`#screen form[data-answer][action$="${ending}"]`);
}

/** Waits until the questions are there by which this form can be answered without a connection. */
async function hasTheRest(page: Page, link: string): Promise<void> {
  await page.waitForFunction(
    (address: string) => performance.getEntriesByName(address).length > 0,
    {},
    `${link}/rest`,
  );
}

async function choose(page: Page, value: number): Promise<void> {
  await page.click(`#screen button[name="answer"][value="${value}"]`);
}

/** What stands in the field for words. */
async function typed(page: Page): Promise<string> {
  return page.$eval('textarea', ({ value }) => value);
}

/** What was answered, as another phone reads it on the review. */
async function answersOn(link: string): Promise<readonly (string | null)[]> {
  const { page } = await phoneAt(`${link}/review`);
  return page.$$eval('.given', (all) => all.map(({ textContent }) => textContent));
}

describe('a client whose connection goes', () => {
  it('in the second of two forms is asked the questions of the second', async () => {
    const link = await sentTogether(backend, ['phq2', 'gad2']);
    const phone = await phoneAt(link);
    const { page } = phone;
    await phone.tap('Start');
    for (const ending of ['/q/1', '/q/2']) {
      await asks(page, ending);
      await choose(page, 0);
    }
    await phone.shows('Look over your answers');
    await phone.tap('Send my answers');
    await phone.shows('There is one more form');
    await phone.tap('Go on to the next form');
    await phone.shows('This is form 2 of 2.');
    await phone.tap('Start');
    await asks(page, '/2/q/1');
    await hasTheRest(page, `${link}/2`);
    await page.setOfflineMode(true);
    await choose(page, 2);
    await asks(page, '/q/2');
    expect(await page.$eval('h1', (question) => question.textContent)).toContain('worrying');
    await choose(page, 3);
    await phone.shows('Your answers wait for a connection');
    await page.setOfflineMode(false);
    await phone.shows('Look over your answers');
    expect(await answersOn(`${link}/2`)).toEqual(['More than half the days', 'Nearly every day']);
  });

  it('finds on the way back what was answered since the form was opened, and loses none of it', async () => {
    const link = await sentOwnForm(backend, EVENING);
    const phone = await phoneAt(`${link}/q/1`);
    const { page } = phone;
    await hasTheRest(page, link);
    await page.type('#words', 'Walked home');
    await phone.shows('269 of 280 characters left.');
    await phone.tap('Save and go on');
    await asks(page, '/q/2');
    await page.setOfflineMode(true);
    await phone.tap('Back');
    await asks(page, '/q/1');
    expect(await typed(page)).toBe('Walked home');
    await phone.tap('Save and go on');
    await asks(page, '/q/2');
    await choose(page, 7);
    await asks(page, '/q/3');
    await page.type('#words', 'My sister,\nand sleep');
    await phone.tap('Back');
    await asks(page, '/q/2');
    expect(await page.$$eval('button.chosen', (all) => all.map(({ value }) => value))).toEqual([
      '7',
    ]);
    expect(await page.$$eval('.mark', (all) => all.map(({ textContent }) => textContent))).toEqual([
      'Your answer',
    ]);
    await phone.tap('Next');
    await asks(page, '/q/3');
    expect(await typed(page)).toBe('My sister,\nand sleep');
    await phone.tap('Back');
    await asks(page, '/q/2');
    await phone.tap('Next');
    await asks(page, '/q/3');
    await phone.tap('Save and go on');
    await phone.shows('Your answers wait for a connection');
    await page.setOfflineMode(false);
    await phone.shows('Look over your answers');
    expect(await answersOn(link)).toEqual([
      '“Walked home”',
      '7 (0 to 10)',
      '“My sister,\nand sleep”',
    ]);
  });

  it('keeps nothing where somebody only goes back past words', async () => {
    const link = await sentOwnForm(backend, EVENING);
    const phone = await phoneAt(`${link}/q/3`);
    const { page } = phone;
    await hasTheRest(page, link);
    await page.setOfflineMode(true);
    await phone.tap('Back');
    await asks(page, '/q/2');
    expect(await page.$eval('#status', ({ textContent }) => textContent)).toBe('');
  });
});

/** Stands between a page and the network. */
async function lineOf(page: Page) {
  const held: HTTPRequest[] = [];
  let state: 'open' | 'slow' | 'cut' = 'open';
  page.on('request', (request) => {
    if (state === 'slow') held.push(request);
    else void (state === 'cut' ? request.abort() : request.continue());
  });
  await page.setRequestInterception(true);
  return {
    /** Every request fails. */
    cut: () => {
      state = 'cut';
    },
    /** Every request is kept on its way. */
    slow: () => {
      state = 'slow';
    },
    /** Waits until requests of these methods are on their way, in this order. */
    holds: (...methods: readonly string[]) =>
      vi.waitFor(() => expect(held.map((request) => request.method())).toEqual(methods), 10_000),
    /** Lets everything go on. */
    open: async () => {
      state = 'open';
      await Promise.all(held.splice(0).map((request) => request.continue()));
    },
  };
}

describe('a client on a slow network', () => {
  it('corrects an answer that is on its way: the newest press counts, and help stays', async () => {
    const link = await sentTogether(backend, ['phq9']);
    const phone = await phoneAt(`${link}/q/9`);
    const { page } = phone;
    const line = await lineOf(page);
    line.slow();
    await choose(page, 0);
    await line.holds('POST');
    await choose(page, 3);
    await page.waitForSelector('#support-in-reserve:not([hidden])');
    await line.open();
    await phone.shows('Look over your answers');
    expect(await page.$$eval('.given', (all) => all.map(({ textContent }) => textContent))).toEqual(
      ['Nearly every day'],
    );
    expect(await page.$eval('.support h2', ({ textContent }) => textContent)).toContain('Help');
    expect(await page.$eval('#status', ({ textContent }) => textContent)).toBe('Saved');
  });

  it('comes to where a link leads, also while answers that waited go out', async () => {
    const link = await sentTogether(backend, ['gad2']);
    const phone = await phoneAt(`${link}/q/1`);
    const { page } = phone;
    await hasTheRest(page, link);
    const line = await lineOf(page);
    line.cut();
    await choose(page, 1);
    await asks(page, '/q/2');
    line.slow();
    await phone.tap('Back');
    await line.holds('GET');
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await line.holds('GET', 'POST');
    await line.open();
    await asks(page, '/q/1');
  });
});

/** Holds back what a page would do after minutes, until they are said to have passed. */
function holdMinutes(): void {
  const soon = globalThis.setTimeout;
  let late: (() => void) | undefined;
  Object.assign(globalThis, {
    setTimeout: (run: () => void, after: number) => {
      if (after < 60_000) return soon(run, after);
      late = run;
      return 0;
    },
  });
  addEventListener('minutes-pass', () => late?.());
}

async function minutesPass(page: Page): Promise<void> {
  await page.evaluate(() => dispatchEvent(new Event('minutes-pass')));
}

describe('a device of the practice that loses the connection and is left alone', () => {
  it('shows no question and no answer any more, and saves what waits when it can', async () => {
    const link = await sentTogether(backend, ['gad2'], 'kiosk');
    const phone = await phoneAt(link);
    const { page } = phone;
    await page.evaluateOnNewDocument(holdMinutes);
    await page.goto(`${link}/q/1`);
    await hasTheRest(page, link);
    await page.setOfflineMode(true);
    await choose(page, 3);
    await asks(page, '/q/2');
    await minutesPass(page);
    await phone.shows('Please hand the device back.');
    expect(await page.$$('#screen form, #screen a')).toEqual([]);
    const said = await page.$eval('body', ({ innerText }) => innerText);
    expect(said).toContain('Some answers are not saved yet');
    expect(said).not.toMatch(/anxious|GAD|Nearly every day/);
    expect(page.url()).toBe(link);
    await page.setOfflineMode(false);
    await page.waitForFunction(() => document.querySelector('#status')?.textContent === 'Saved');
    expect(await page.$$('#screen form, #screen a')).toEqual([]);
    await Promise.all([page.waitForNavigation(), minutesPass(page)]);
    expect(await answersOn(link)).toEqual(['Nearly every day']);
  });
});
