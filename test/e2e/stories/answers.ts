import { sendCheckIn } from '#test/demo/steps/answer-on-phone.ts';
import { killWorker } from '#test/support/extension-worker.ts';
import { openPhone } from '#test/support/phone.ts';
import type { Stage } from './stage.ts';

/**
 * A client answers the PHQ-9 once more, every question with the same words, and sends it. What the
 * worker knew of the client is from before that, so it is ended: the next panel asks anew.
 */
export async function answerAgain(stage: Stage, key: string, words: string): Promise<void> {
  const { browser, practice } = stage;
  const clientId = practice.clients[key];
  if (clientId === undefined) throw new Error(`${key} is not in the practice`);
  const phone = await openPhone(browser, await sendCheckIn(stage, practice, clientId));
  await phone.tap('Start');
  for (let number = 1; number <= 9; number += 1) {
    await phone.shows(`Question ${number} of 9`);
    await phone.tap(words);
  }
  await phone.tap('Send');
  await phone.shows('Your answers are saved and sent');
  await phone.page.browserContext().close();
  await killWorker(browser);
}
