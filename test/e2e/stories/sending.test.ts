import type { Page } from 'puppeteer';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { CLINICIAN } from '#test/demo/practice.ts';
import { person } from '#test/ehr/people.ts';
import { openTab } from '#test/support/browser.ts';
import { connect } from '#test/support/connect.ts';
import type { PanelDriver } from '#test/support/panel.ts';
import { giveBirthDate, openPhone, type Phone, phoneOn } from '#test/support/phone.ts';
import { type Stage, setStage } from './stage.ts';
import { lineWorks, openUnlooking } from './the-line.ts';

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
  const { hash } = person(CLIENT).simplepractice;
  const panel = await openUnlooking(
    stage.browser,
    `${stage.simplePractice.url}/clients/${hash}/overview`,
  );
  await lineWorks(panel);
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

/** Where a press on the page can lead, other than to help in danger. */
function waysOn({ page }: Phone): Promise<readonly (string | null)[]> {
  return page.$$eval('a[href], button, summary, input, select, textarea', (all) =>
    all
      .filter((one) => one.closest('.support') === null)
      .map((one) => one.getAttribute('href') ?? one.textContent),
  );
}

/** The clinician's own tab of the practice's pages, signed in: they are at the form's address. */
async function signInAtPractice(): Promise<Page> {
  const tab = await openTab(stage.browser);
  await tab.goto(new URL('/sign-in?to=caseload', stage.backend.url).href);
  await tab.locator('#email').fill(CLINICIAN.email);
  await tab.locator('#password').fill(CLINICIAN.password);
  await Promise.all([tab.waitForNavigation(), tab.click('button.main')]);
  return tab;
}

/** Hands the device over for a GAD-7: the form, in a tab of its own. */
async function handOver(panel: PanelDriver): Promise<Phone> {
  await panel.unfold('Send or plan check-ins');
  await panel.shows('Send now');
  await panel.pick('Measure or form', 'GAD-7');
  await panel.choose('On this device');
  await panel.shows('Throughline is locked in this browser first');
  const opening = stage.browser.waitForTarget((one) => one.url().includes('/m/'));
  await panel.press('Lock Throughline and open GAD-7');
  const device = phoneOn(await (await opening).asPage());
  await device.shows('7 questions');
  return device;
}

/** Answers all seven questions alike, and sends them. */
async function answerOn(device: Phone): Promise<void> {
  await device.tap('Start');
  for (let number = 1; number <= 7; number += 1) {
    await device.shows(`Question ${number} of 7`);
    await device.tap('More than half the days');
  }
  await device.shows('Look over your answers');
  await device.tap('Send');
}

/** What stands in a tab at an address. */
async function wordsAt(page: Page, address: string): Promise<string> {
  await page.goto(address);
  return page.evaluate(() => document.body.innerText);
}

/** Parts of the questions and of the answers. */
const OF_ANSWERS = /More than half the days|worrying|relaxing|afraid/;

it('a device is handed over with nothing of ours open in it, and back with nothing of the answers', async () => {
  const ownTab = await signInAtPractice();
  const caseload = new URL('/caseload', stage.backend.url).href;
  expect(await wordsAt(ownTab, caseload)).toContain(person(CLIENT).displayName);
  const panel = await stage.openChart(CLIENT);
  const device = await handOver(panel);
  const address = device.page.url();
  await answerOn(device);

  await device.shows('Please hand the device back');
  expect(await waysOn(device)).toEqual([`${new URL(address).pathname}/leave`]);
  expect(await device.page.evaluate(() => history.length)).toBe(1);
  const before = ['', '/q/1', '/rest', '/review', '/done', '/mine'].map((step) => address + step);
  for (const one of before) {
    const words = await wordsAt(device.page, one);
    expect(words).toContain('When were you born?');
    expect(words).not.toMatch(OF_ANSWERS);
  }
  await giveBirthDate(device.page, person(CLIENT).birthDate);
  await device.shows('This link is not open');
  for (const one of before) expect(await wordsAt(device.page, one)).not.toMatch(OF_ANSWERS);
  expect(await wordsAt(device.page, caseload)).not.toContain(person(CLIENT).displayName);

  await panel.page.bringToFront();
  await panel.shows('Locked');
  const locked = await panel.markup();
  expect(locked).not.toContain(person(CLIENT).displayName);
  expect(locked).not.toContain('GAD-7');
  await connect(panel, CLINICIAN);
  await panel.shows('GAD-7: 1 new answer, now 14.');
});
