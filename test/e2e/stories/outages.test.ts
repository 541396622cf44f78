import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { insertionsOf, insertionsReach, preview } from '#test/demo/steps/insertions.ts';
import { EXTENSION } from '#test/support/backend.ts';
import { killWorker } from '#test/support/extension-worker.ts';
import { type Front, openFront } from '#test/support/front.ts';
import type { PanelDriver } from '#test/support/panel.ts';
import { until } from '#test/support/until.ts';
import { badgeOf, forgetSession, signOut, tokenOf } from './extension.ts';
import { insertUnheard } from './insert-unheard.ts';
import { appointmentOf, servedText, untimed } from './notes.ts';
import { type Stage, setStage } from './stage.ts';
import { CLINICAL, NONE_OPEN, recordPanel } from './traces.ts';

const CALM = 'walter-lindqvist';

let front: Front;
let stage: Stage;
beforeAll(async () => {
  front = await openFront();
  stage = await setStage([CALM, 'kit-bauer', 'riley-chen', 'jordan-avery', 'zoe-simkova'], {
    front,
  });
  await stage.signIn();
});
afterEach(async () => {
  await front.become('open');
  await stage.clear();
});
afterAll(async () => {
  await stage.close();
  await front.close();
});

/** Whatever the badge says, it is neither "on" nor a count: only a fresh answer gives those. */
async function badgeBecomes(panel: PanelDriver, wanted: '?' | 'off' | 'on'): Promise<void> {
  await until(`the badge says ${wanted}`, async () => (await badgeOf(panel)) === wanted);
}

describe('the server can’t be reached', () => {
  it('says so of a client not seen before, and never that nothing is open', async () => {
    await front.become('closed');
    const panel = await stage.openChart('kit-bauer');
    await panel.shows('Not connected');
    await panel.shows('Whether this client has open alerts can’t be verified now.');
    await badgeBecomes(panel, '?');
    const markup = await panel.markup();
    expect(markup).not.toMatch(NONE_OPEN);
    expect(markup).not.toMatch(CLINICAL);
    await front.become('open');
    await panel.press('Ask again now');
    await panel.shows('Kit Bauer');
  });

  it('shows the last answer as what it is, and takes “None open” back', async () => {
    const before = await stage.openNote(CALM);
    await before.shows('None open. Verified');
    await badgeBecomes(before, 'on');
    await killWorker(stage.browser);
    await before.page.close();

    await front.become('closed');
    const panel = await stage.openNote(CALM);
    await panel.shows('Not connected since');
    const states = await recordPanel(panel);
    await panel.shows('Alerts can’t be verified now.');
    await badgeBecomes(panel, '?');
    await panel.shows('Inserting waits until the server has confirmed who this is.');
    expect(await panel.offers('Insert')).toBe(false);
    expect(await panel.offers('Copy')).toBe(true);
    for (const state of await states()) expect(state).not.toMatch(NONE_OPEN);

    await front.become('open');
    const again = await stage.openNote(CALM);
    await again.shows('None open. Verified');
    await badgeBecomes(again, 'on');
  });

  it('inserts what was verified just now, and says that the register lacks it until it has it', async () => {
    const note = servedText(stage.simplePractice, appointmentOf('riley-chen'));
    const before = await insertionsOf(stage, stage.practice, 'riley-chen');
    const panel = await stage.openNote('riley-chen');
    const wanted = await insertUnheard(panel, front, 'closed');
    await panel.shows('This could not be entered in your practice’s register yet.');
    await until('the note has the Update', () => untimed(note.lines()) === untimed(wanted));
    expect(await insertionsOf(stage, stage.practice, 'riley-chen')).toBe(before);

    await front.become('open');
    await panel.press('Try again');
    await insertionsReach(stage, stage.practice, 'riley-chen', before + 1);
    expect(untimed(note.lines())).toBe(untimed(wanted));
  });
});

it('a server that takes the question and never answers is called slow, not calm', async () => {
  await front.become('silent');
  const panel = await stage.openChart('zoe-simkova');
  const states = await recordPanel(panel);
  await panel.shows('No answer yet');
  await badgeBecomes(panel, '?');
  for (const state of await states()) {
    expect(state).not.toMatch(NONE_OPEN);
    expect(state).not.toMatch(CLINICAL);
  }
});

describe('the browser ends the worker', () => {
  it('between preview, Insert and Undo: nothing is lost and nothing doubled', async () => {
    const note = servedText(stage.simplePractice, appointmentOf('jordan-avery'));
    const before = await insertionsOf(stage, stage.practice, 'jordan-avery');
    const panel = await stage.openNote('jordan-avery');
    await panel.shows('Goes to Simple Progress Note');
    const wanted = await preview(panel);

    await killWorker(stage.browser);
    await panel.press('Insert');
    await panel.shows('Inserted exactly');
    await insertionsReach(stage, stage.practice, 'jordan-avery', before + 1);
    expect(untimed(note.lines())).toBe(untimed(wanted));

    await killWorker(stage.browser);
    await panel.press('Undo');
    await panel.shows('The note reads exactly as before');
    await insertionsReach(stage, stage.practice, 'jordan-avery', before + 2);
    await until('the note is empty again', () => note.lines() === '');
    expect(await panel.text()).not.toContain('register yet');
  });

  it('the clinician stays signed in, and the badge comes back', async () => {
    await killWorker(stage.browser);
    const panel = await stage.openChart('jordan-avery');
    await panel.shows('record, name and birth date agree');
    await until('the badge says something again', async () => (await badgeOf(panel)) === 'on');
  });
});

describe('nobody is signed in any more', () => {
  it('shows nothing once the server has ended the session', async () => {
    const panel = await stage.openChart(CALM);
    await panel.shows('None open. Verified');
    await killWorker(stage.browser);
    const token = await tokenOf(panel);
    const ended = await fetch(new URL('/api/auth/sign-out', front.url), {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        origin: EXTENSION,
      },
    });
    expect(ended.status).toBe(200);
    await panel.page.reload();
    await panel.shows('Signed out');
    await badgeBecomes(panel, 'off');
    const markup = await panel.markup();
    expect(markup).not.toMatch(NONE_OPEN);
    expect(markup).not.toMatch(CLINICAL);
    expect(await tokenOf(panel)).toBeNull();
  });

  it('ends the session on the server too when the clinician signs out, and waits for nothing', async () => {
    await stage.signIn();
    const panel = await stage.openChart(CALM);
    await panel.shows('None open. Verified');
    const token = (await tokenOf(panel)) ?? '';
    const whoAmI = () =>
      fetch(new URL('/rpc/session.whoAmI', front.url), {
        method: 'POST',
        headers: {
          authorization: `Bearer ${token}`,
          origin: EXTENSION,
          'content-type': 'application/json',
        },
      });
    expect((await whoAmI()).status).toBe(200);
    await signOut(panel);
    await until('the token is refused', async () => (await whoAmI()).status === 401);
    await panel.shows('Signed out');

    await stage.signIn();
    await front.become('silent');
    await signOut(panel);
    expect(await tokenOf(panel)).toBeNull();
  });

  it('shows nothing once the browser has forgotten the session', async () => {
    await stage.signIn();
    const panel = await stage.openChart(CALM);
    await panel.shows('None open. Verified');
    await killWorker(stage.browser);
    await forgetSession(panel);
    await panel.page.reload();
    await panel.shows('Signed out');
    await badgeBecomes(panel, 'off');
    expect(await panel.markup()).not.toMatch(CLINICAL);
  });
});
