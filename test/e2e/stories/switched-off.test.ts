import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ADMIN } from '#test/demo/practice.ts';
import { preview } from '#test/demo/steps/insertions.ts';
import { ringAlarm } from '#test/support/extension-worker.ts';
import type { PanelDriver } from '#test/support/panel.ts';
import { until } from '#test/support/until.ts';
import { badgeOf } from './extension.ts';
import { appointmentOf, servedText, untimed } from './notes.ts';
import { type Stage, setStage } from './stage.ts';

const CLIENT = 'riley-chen';
const REFUSED = 'Your practice has switched writing into this EHR off for now';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage([CLIENT]);
  await stage.signIn();
});
afterEach(() => stage.clear());
afterAll(() => stage.close());

/** The part of the browser's extension interface that is used in the panel's frame. */
declare const chrome: {
  readonly storage: {
    readonly local: {
      get(key: string): Promise<Record<string, { askedAt: string }>>;
      set(items: Record<string, unknown>): Promise<void>;
    };
  };
};

/** An admin switches SimplePractice on the console's page, in a browser of their own. */
async function switchTo(mode: 'on' | 'readOnly' | 'off'): Promise<void> {
  const context = await stage.browser.createBrowserContext();
  const page = await context.newPage();
  await page.goto(new URL('/sign-in?to=fleet', stage.backend.url).href);
  await page.type('#email', ADMIN.email);
  await page.type('#password', ADMIN.password);
  await Promise.all([page.waitForNavigation(), page.click('button.main')]);
  await page.click(`#simplepractice input[value="${mode}"]`);
  await page.type('#simplepractice-reason', `Try ${mode}.`);
  await Promise.all([page.waitForNavigation(), page.click('#simplepractice button.main')]);
  const said = await page.$eval('main', (main) => main.innerText);
  expect(said).toContain('SimplePractice is switched.');
  await context.close();
}

/** As if the browser had asked what is allowed five minutes earlier than it did. */
async function fiveMinutesGoBy(panel: PanelDriver): Promise<void> {
  const frame = await panel.frame();
  await frame.evaluate(async () => {
    const { adapterSwitches: kept } = await chrome.storage.local.get('adapterSwitches');
    if (kept === undefined) throw new Error('the browser never asked');
    const askedAt = new Date(Date.parse(kept.askedAt) - 300_000).toISOString();
    await chrome.storage.local.set({ adapterSwitches: { ...kept, askedAt } });
  });
}

/** Lets the browser ask again what the practice allows. */
async function asksAgain(panel: PanelDriver): Promise<void> {
  await fiveMinutesGoBy(panel);
  await ringAlarm(await panel.frame());
}

describe('an admin switches an EHR while a note is open', () => {
  it('to read only: Insert is refused, Copy stays; off: nothing is shown; on: it inserts', async () => {
    const note = servedText(stage.simplePractice, appointmentOf(CLIENT));
    const panel = await stage.openNote(CLIENT);
    await panel.shows('Goes to Simple Progress Note');
    const wanted = await preview(panel);

    await switchTo('readOnly');
    await fiveMinutesGoBy(panel);
    await panel.press('Insert');
    await panel.shows(REFUSED);
    await until('Insert is gone', async () => !(await panel.offers('Insert')));
    expect(await panel.offers('Copy')).toBe(true);
    expect(untimed(await preview(panel))).toBe(untimed(wanted));
    expect(note.lines()).toBe('');

    await switchTo('off');
    await asksAgain(panel);
    await panel.shows('Your practice has switched Throughline off in this EHR.');
    expect(await panel.text()).not.toContain('PHQ-9');
    await until('the badge says off', async () => (await badgeOf(panel)) === 'off');

    await switchTo('on');
    await asksAgain(panel);
    await panel.shows('Goes to Simple Progress Note');
    await panel.press('Insert');
    await panel.shows('Inserted exactly');
    await until('the note has the Update', () => untimed(note.lines()) === untimed(wanted));
  });
});
