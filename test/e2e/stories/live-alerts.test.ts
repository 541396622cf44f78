import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StaffId } from '#shared/contracts/ids.ts';
import { ADMIN } from '#test/demo/practice.ts';
import { person } from '#test/ehr/people.ts';
import { scopeOf } from '#test/support/database.ts';
import { killWorker } from '#test/support/extension-worker.ts';
import { type Front, openFront } from '#test/support/front.ts';
import type { PanelDriver } from '#test/support/panel.ts';
import { until } from '#test/support/until.ts';
import { answerMeanwhile } from './answers.ts';
import { badgeOf } from './extension.ts';
import { type Stage, setStage } from './stage.ts';
import { lineWorks, openUnlooking } from './the-line.ts';

const CLIENT = 'walter-lindqvist';
const NOT_SENT = /risk answer on a form not sent/i;
/** In the second words a panel says it that was just asking when the line broke. */
const MAY_COME_LATE = /New alerts may come late here since|Not connected since/;

/** The part of the browser's extension interface that is looked at, from the panel's frame. */
declare const chrome: {
  readonly notifications: {
    clear(id: string): Promise<boolean>;
    getAll(): Promise<Record<string, true>>;
  };
};

let front: Front;
let stage: Stage;
let panel: PanelDriver;
beforeAll(async () => {
  front = await openFront();
  stage = await setStage([CLIENT], { front });
  await stage.signIn();
  const { hash } = person(CLIENT).simplepractice;
  const chart = `${stage.simplePractice.url}/clients/${hash}/overview`;
  panel = await openUnlooking(stage.browser, chart);
  await panel.shows('None open. Verified');
  await lineWorks(panel);
});
afterAll(async () => {
  await stage.close();
  await front.close();
});

describe('a panel that is open while something happens', () => {
  it('shows an alert about safety without a reload, and the badge counts it', async () => {
    await answerMeanwhile(stage, CLIENT, 'Several days');
    await panel.shows('PHQ-9 item 9');
    await until('the badge counts it', async () => (await badgeOf(panel)).startsWith('!'));
  });

  it('hears again after the browser ended the worker', async () => {
    await killWorker(stage.browser);
    await lineWorks(panel);
    await answerMeanwhile(stage, CLIENT, 'Nearly every day');
    await panel.shows('“Nearly every day”');
    // It stands there before the form is sent too: what came with the sending has to be there as well.
    await until('the form was sent', async () => !NOT_SENT.test(await panel.text()));
  });

  it('says that alerts may come late while the line is broken, and stops when it is back', async () => {
    await front.become('closed');
    await until('the panel says so', async () => MAY_COME_LATE.test(await panel.text()));
    await front.become('open');
    await until('the words are gone', async () => !MAY_COME_LATE.test(await panel.text()));
    await answerMeanwhile(stage, CLIENT, 'More than half the days');
    await panel.shows('“More than half the days”');
  });

  it('calls the clinician by a notification of the browser', async () => {
    await isCalled(stage.practice.clinicianId);
  });

  it('shows nothing more to somebody who was switched off', async () => {
    const { practiceId, clinicianId } = stage.practice;
    await stage.backend.setup.switchOffStaff(practiceId, clinicianId);
    await panel.shows('Signed out');
    expect(await panel.markup()).not.toContain(person(CLIENT).displayName);
  });

  it('calls an admin who stands on the ladder, and shows them no client', async () => {
    await stage.signIn(ADMIN);
    await lineWorks(panel);
    const inPractice = scopeOf(stage.practice.practiceId);
    const people = await stage.backend.care.store.inPractice(inPractice, ({ staff }) =>
      staff.list(),
    );
    const admin = people.find(({ role }) => role === 'admin');
    await isCalled(admin?.staffId ?? expect.fail('no admin'));
    expect(await panel.markup()).not.toContain(person(CLIENT).displayName);
  });
});

/** Lets a step of the ladder call somebody, whose browser this is; waits until it says so. */
async function isCalled(staffId: StaffId): Promise<void> {
  const { store } = stage.backend.care;
  const inPractice = scopeOf(stage.practice.practiceId);
  const frame = await panel.frame();
  await frame.evaluate(() => chrome.notifications.clear('throughline.waiting'));
  await store.inPractice(inPractice, ({ live }) => live.callBrowserOf(staffId));
  await until('the notification stands', async () => {
    const standing = await frame.evaluate(() => chrome.notifications.getAll());
    return Object.hasOwn(standing, 'throughline.waiting');
  });
}
