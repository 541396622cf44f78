import { rmSync } from 'node:fs';
import type { Browser } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningBackend } from '#backend/serve.ts';
import { violationsIn } from '#test/support/axe.ts';
import { launchBrowser } from '#test/support/browser.ts';
import { newDirectory } from '#test/support/database.ts';
import { startLocalBackend } from '#test/support/local-backend.ts';
import { openPhone, type Phone } from '#test/support/phone.ts';
import { BORN, sentTogether } from './sent.ts';

const MEASURES = ['phq2', 'gad2'];

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

/** Answers the two questions of the form on screen with "Not at all", and sends them. */
async function answerBoth(phone: Phone): Promise<void> {
  await phone.tap('Start');
  for (const ending of ['/q/1', '/q/2']) {
    const choice = `form[action$="${ending}"] button[name="answer"][value="0"]`;
    const button = await phone.page.waitForSelector(choice);
    await button?.click();
  }
  await phone.shows('Look over your answers');
  await phone.tap('Send my answers');
}

describe.each([
  ['with scripts', true],
  ['without scripts', false],
])('two forms behind one link, %s', (_, scripts) => {
  it('are answered one after the other, on one phone or on two', async () => {
    const link = await sentTogether(backend, MEASURES);
    const phone = await openPhone(browser, link, { scripts, bornOn: BORN });
    await phone.shows('This is form 1 of 2.');
    await answerBoth(phone);
    await phone.shows('There is one more form from your therapist.');
    // The checker is a script itself.
    if (scripts) expect(await violationsIn(phone.page.mainFrame())).toEqual([]);
    await phone.tap('Go on to the next form');
    await phone.shows('This is form 2 of 2.');
    const other = await openPhone(browser, link, { scripts, bornOn: BORN });
    await other.shows('This is form 2 of 2.');
    await answerBoth(other);
    await other.shows('You can close this page now.');
    const late = await phone.page.reload();
    expect(late?.status()).toBe(404);
  });
});
