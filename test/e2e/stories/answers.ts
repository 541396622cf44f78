import type { Browser } from 'puppeteer';
import { sendCheckIn } from '#test/demo/steps/answer-on-phone.ts';
import { person } from '#test/ehr/people.ts';
import { killWorker } from '#test/support/extension-worker.ts';
import { openPhone } from '#test/support/phone.ts';
import type { Stage } from './stage.ts';

/** A client opens the link of a PHQ-9, answers every question with the same words, and sends it. */
export async function answerOnPhone(
  browser: Browser,
  { key, link, words }: { readonly key: string; readonly link: string; readonly words: string },
): Promise<void> {
  const phone = await openPhone(browser, link, { bornOn: person(key).birthDate });
  await phone.tap('Start');
  for (let number = 1; number <= 9; number += 1) {
    await phone.shows(`Question ${number} of 9`);
    await phone.tap(words);
  }
  await phone.tap('Send');
  await phone.shows('Your answers are saved and sent');
  await phone.page.browserContext().close();
}

/** A client is sent the PHQ-9 once more, and answers it. */
export async function answerMeanwhile(stage: Stage, key: string, words: string): Promise<void> {
  const { browser, practice } = stage;
  const clientId = practice.clients[key];
  if (clientId === undefined) throw new Error(`${key} is not in the practice`);
  const link = await sendCheckIn(stage, practice, clientId);
  await answerOnPhone(browser, { key, link, words });
}

/** The same; what the worker knew of the client is from before that, so it is ended. */
export async function answerAgain(stage: Stage, key: string, words: string): Promise<void> {
  await answerMeanwhile(stage, key, words);
  await killWorker(stage.browser);
}
