import type { Frame } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sendCheckIn } from '#test/demo/steps/answer-on-phone.ts';
import { person } from '#test/ehr/people.ts';
import { violationsIn } from '#test/support/axe.ts';
import { killWorker } from '#test/support/extension-worker.ts';
import { openPhone } from '#test/support/phone.ts';
import { until } from '#test/support/until.ts';
import { badgeOf } from './extension.ts';
import { type Stage, setStage } from './stage.ts';

const CLIENT = 'walter-lindqvist';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage([CLIENT]);
  await stage.signIn();
});
afterAll(() => stage.close());

/** Answers all nine questions, the last one with "Several days", and puts the phone away. */
async function answerAndLeave(): Promise<void> {
  const clientId = stage.practice.clients[CLIENT];
  if (clientId === undefined) throw new Error('the client is not in the practice');
  const phone = await openPhone(stage.browser, await sendCheckIn(stage, stage.practice, clientId), {
    bornOn: person(CLIENT).birthDate,
  });
  await phone.tap('Start');
  for (let number = 1; number <= 8; number += 1) {
    await phone.shows(`Question ${number} of 9`);
    await phone.tap('Not at all');
  }
  await phone.shows('Question 9 of 9');
  await phone.tap('Several days');
  await phone.shows('Help is here right now');
  await phone.shows('Look over your answers');
  await phone.page.browserContext().close();
}

/** The headings of the panel's sections, from top to bottom, as they are written. */
function headings(frame: Frame): Promise<(string | null)[]> {
  return frame.$$eval('.section > h2', (all) => all.map(({ textContent }) => textContent));
}

describe('a client says "several days" to item 9 and never sends the form', () => {
  it('the clinician reads it above the alerts, and that no rule has judged it', async () => {
    const before = await stage.openChart(CLIENT);
    await before.shows('None open. Verified');
    expect(await headings(await before.frame())).not.toContain('Risk answer on a form not sent');

    await answerAndLeave();
    // An answer of a moment ago, from before, would be shared with the next tab.
    await killWorker(stage.browser);
    const panel = await stage.openChart(CLIENT);
    await panel.shows('PHQ-9 item 9 Not judged');
    await panel.shows('“Several days”');
    await panel.shows('The client has not sent this form.');
    const frame = await panel.frame();
    expect((await headings(frame)).slice(0, 2)).toEqual([
      'Risk answer on a form not sent',
      'Alerts',
    ]);
    expect(await panel.text()).toContain('item 9 was answered "several days" on it');
    await until('the badge counts it', async () => (await badgeOf(panel)) === '!1');
    for (const value of ['light', 'dark']) {
      await panel.page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]);
      expect(await violationsIn(frame), value).toEqual([]);
    }
  });
});
