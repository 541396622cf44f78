import { afterAll, beforeAll, expect, it } from 'vitest';
import { sendCheckIn } from '#test/demo/steps/answer-on-phone.ts';
import { killWorker } from '#test/support/extension-worker.ts';
import type { PanelDriver } from '#test/support/panel.ts';
import { openPhone } from '#test/support/phone.ts';
import { type Stage, setStage } from './stage.ts';

const CLIENT = 'kit-bauer';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage([CLIENT]);
  await stage.signIn();
});
afterAll(() => stage.close());

/** The client answers once more, no better than before, and sends the form. */
async function answerAgain(): Promise<void> {
  const clientId = stage.practice.clients[CLIENT];
  if (clientId === undefined) throw new Error('the client is not in the practice');
  const phone = await openPhone(stage.browser, await sendCheckIn(stage, stage.practice, clientId));
  await phone.tap('Start');
  for (let number = 1; number <= 9; number += 1) {
    await phone.shows(`Question ${number} of 9`);
    await phone.tap('Nearly every day');
  }
  await phone.tap('Send');
  await phone.shows('Your answers are saved and sent');
  await phone.page.browserContext().close();
}

/** What may be put aside, from top to bottom, by the names of the buttons. */
async function waiting(panel: PanelDriver): Promise<string[]> {
  const frame = await panel.frame();
  return frame.$$eval('.alert button[aria-label^="Put aside: "]', (all) =>
    all.map((button) => button.getAttribute('aria-label') ?? ''),
  );
}

it('an alert that was put aside leaves the list, stays open, and comes back with the next answer', async () => {
  const panel = await stage.openChart(CLIENT);
  await panel.shows('Alerts,');
  const all = await waiting(panel);
  const [first = ''] = all;
  expect(all.filter((name) => name.includes('risk answer'))).toEqual([]);

  await panel.press(first);
  await panel.shows('until PHQ-9 is answered again');
  await panel.shows('New evidence brings it back at once.');
  await panel.press('Put it aside');
  await panel.shows('Put aside (1)');
  expect(await waiting(panel)).toEqual(all.filter((name) => name !== first));
  await panel.unfold('Put aside (1)');
  await panel.shows('Put aside by');

  await answerAgain();
  // An answer of a moment ago, from before, would be shared with the next tab.
  await killWorker(stage.browser);
  const after = await stage.openChart(CLIENT);
  await after.shows('27/27');
  expect(await after.text()).not.toContain('Put aside (');
  expect(await waiting(after)).toContain(first);
});
