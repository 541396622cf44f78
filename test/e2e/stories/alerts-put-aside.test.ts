import { afterAll, beforeAll, expect, it } from 'vitest';
import type { PanelDriver } from '#test/support/panel.ts';
import { answerAgain } from './answers.ts';
import { type Stage, setStage } from './stage.ts';

const CLIENT = 'kit-bauer';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage([CLIENT]);
  await stage.signIn();
});
afterAll(() => stage.close());

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

  await answerAgain(stage, CLIENT, 'Nearly every day');
  const after = await stage.openChart(CLIENT);
  await after.shows('27/27');
  expect(await after.text()).not.toContain('Put aside (');
  expect(await waiting(after)).toContain(first);
});
