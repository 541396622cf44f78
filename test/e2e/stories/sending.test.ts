import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { person } from '#test/ehr/people.ts';
import type { PanelDriver } from '#test/support/panel.ts';
import { openPhone } from '#test/support/phone.ts';
import { type Stage, setStage } from './stage.ts';

/** Answered the PHQ-9 long ago, and left the ones since. */
const CLIENT = 'tomas-nunez-vega';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage([CLIENT]);
  await stage.signIn();
});
afterEach(() => stage.clear());
afterAll(() => stage.close());

/** The address that the panel shows once. */
async function handedAddress(panel: PanelDriver): Promise<string> {
  const shown = await panel.frame();
  const field = await shown.waitForSelector('textarea.handed');
  return (await field?.evaluate((one) => one.value)) ?? '';
}

it('a check-in is sent in two presses, answered on a phone, and out no more', async () => {
  const panel = await stage.openChart(CLIENT);
  await panel.unfold('Send or plan check-ins');
  await panel.press('Make a link for PHQ-9');
  await panel.shows('Out now, 1');
  await panel.shows('PHQ-9, sent');

  const address = await handedAddress(panel);
  const phone = await openPhone(stage.browser, address, { bornOn: person(CLIENT).birthDate });
  await phone.tap('Start');
  for (let number = 1; number <= 9; number += 1) {
    await phone.shows(`Question ${number} of 9`);
    await phone.tap('Not at all');
  }
  await phone.tap('Send');
  await phone.shows('Your answers are saved and sent');

  await panel.page.bringToFront();
  await panel.shows('Out now, 0');

  await phone.page.goto(`${address}/mine`);
  await phone.shows('PHQ-9');
  await phone.shows('your first ones');
  await panel.page.bringToFront();
  await panel.unfold('What the client sees');
  await panel.press('Don’t show: PHQ-9');
  await panel.shows('PHQ-9: not shown to the client');
  await phone.page.bringToFront();
  await phone.page.reload();
  await phone.shows('There is nothing to show yet');
  await phone.page.browserContext().close();
});

it('a device is handed over with nothing of ours open in it', async () => {
  const panel = await stage.openChart(CLIENT);
  await panel.unfold('Send or plan check-ins');
  await panel.shows('Send now');
  await panel.pick('Measure or form', 'GAD-7');
  await panel.choose('On this device');
  await panel.shows('Throughline is locked in this browser first');
  const opening = stage.browser.waitForTarget((one) => one.url().includes('/m/'));
  await panel.press('Lock Throughline and open GAD-7');
  const form = await (await opening).asPage();
  await form.waitForSelector('h1');
  expect(await form.evaluate(() => document.body.innerText)).toContain('7 questions');

  await panel.page.bringToFront();
  await panel.shows('Locked');
  expect(await panel.markup()).not.toContain(person(CLIENT).displayName);
  await stage.signIn();
});
