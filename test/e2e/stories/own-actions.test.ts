import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CareRepositories } from '#backend/store/store.ts';
import { Protocol } from '#shared/contracts/protocol.ts';
import type { PanelDriver } from '#test/support/panel.ts';
import { until } from '#test/support/until.ts';
import { answerAgain } from './answers.ts';
import { type Stage, setStage } from './stage.ts';

const CLIENT = 'kit-bauer';
const SENTENCE = 'The client was called the same day.';

/** What this practice does about alerts, in its own words. */
const OWN = Protocol.parse({
  version: 1,
  actions: [
    { id: 'own1a1', words: 'Called the client', sentence: SENTENCE, forSafety: true, inUse: true },
    { id: 'own1a2', words: 'Passed on', sentence: null, forSafety: false, inUse: true },
    { id: 'own1a3', words: 'Sent a letter', sentence: null, forSafety: true, inUse: false },
  ],
});

let stage: Stage;
beforeAll(async () => {
  stage = await setStage([CLIENT]);
  await inPractice(({ practiceSettings }) =>
    practiceSettings.add('protocol', OWN, stage.practice.clinicianId),
  );
  await stage.signIn();
});
afterAll(() => stage.close());

function inPractice<Value>(work: (care: CareRepositories) => Promise<Value>): Promise<Value> {
  const { backend, practice } = stage;
  const actor = { kind: 'system', name: 'test' } as const;
  const now = backend.care.now();
  const scope = { practiceId: practice.practiceId, actor, requestId: 'test', now };
  return backend.care.store.inPractice(scope, work);
}

/** The name of the button that closes the alert about a risk answer. */
async function riskAlert(panel: PanelDriver): Promise<string> {
  const frame = await panel.frame();
  const button = await frame.waitForSelector('.alert button[aria-label*="isk answer"]');
  const name = await button?.evaluate((element) => element.getAttribute('aria-label'));
  return name ?? expect.fail('the button has no name');
}

/** Whether the server was told that an alert of the client stood on a screen. */
async function wasSeen(): Promise<boolean> {
  const clientId = stage.practice.clients[CLIENT] ?? expect.fail('the client is not there');
  const rows = await inPractice(({ audit }) => audit.ofClient(clientId));
  return rows.some(({ action }) => action === 'alert.seen');
}

it('an alert is seen, answered in the practice’s own words, told in the note, and open again later', async () => {
  await answerAgain(stage, CLIENT, 'Nearly every day');
  const panel = await stage.openNote(CLIENT);
  await panel.shows('Not seen by anybody before.');
  await until('the server knows who has seen it', wasSeen);

  await panel.press(await riskAlert(panel));
  await panel.shows('Called the client');
  for (const words of ['Passed on', 'Sent a letter', 'Discussed in session']) {
    expect(await panel.offers(words)).toBe(false);
  }
  expect(await panel.text()).not.toContain(SENTENCE);
  const frame = await panel.frame();
  await frame.locator('::-p-aria([name="Put its sentence into the next Update"])').click();
  await panel.shows(`“${SENTENCE}”`);
  await panel.press('Called the client');
  await panel.shows(': Called the client');

  await panel.press('Insert');
  await panel.shows('Inserted exactly');
  const note = await panel.page.evaluate(() => document.body.innerText);
  expect(note).toContain('Alert acknowledged by');
  expect(note).toContain('"The client was called the same day".');

  await answerAgain(stage, CLIENT, 'Nearly every day');
  const again = await stage.openChart(CLIENT);
  await again.shows('Open again. Acknowledged');
  await again.shows('Called the client.');
});
