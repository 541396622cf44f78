import type { Frame, Page } from 'puppeteer';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { CLINICIAN } from '#test/demo/practice.ts';
import { optionsAddress, signOut, tokenOf } from '#test/e2e/stories/extension.ts';
import { freeze } from '#test/e2e/stories/frozen.ts';
import { insertUnheard } from '#test/e2e/stories/insert-unheard.ts';
import { appointmentOf, servedText } from '#test/e2e/stories/notes.ts';
import { type Stage, setStage } from '#test/e2e/stories/stage.ts';
import { openTab } from '#test/support/browser.ts';
import { approve } from '#test/support/connect.ts';
import { eventually } from '#test/support/eventually.ts';
import { killWorker, ringAlarm } from '#test/support/extension-worker.ts';
import { type Front, openFront } from '#test/support/front.ts';
import type { PanelDriver } from '#test/support/panel.ts';
import { until } from '#test/support/until.ts';

/** The part of the browser's extension interface that is looked at, from a page of its own. */
declare const chrome: {
  readonly storage: { readonly session: { get(): Promise<Record<string, unknown>> } };
};

const COLLEAGUE = { email: 'colleague@harborlight.example', password: 'demo only: tide-table-77' };

/** Nobody inserts into this chart; it is opened because a panel has to be somewhere. */
const ELSEWHERE = 'walter-lindqvist';

let front: Front;
let stage: Stage;
beforeAll(async () => {
  front = await openFront();
  stage = await setStage(
    [
      ELSEWHERE,
      'kit-bauer',
      'riley-chen',
      'jordan-avery',
      'zoe-simkova',
      'sam-rivera',
      'dana-rivera',
    ],
    { front },
  );
  await stage.signIn();
});
afterEach(async () => {
  stage.simplePractice.gates.header.release();
  await front.become('open');
  await stage.clear();
});
afterAll(async () => {
  await stage.close();
  await front.close();
});

/** What the audit log has of insertions into a client's notes, oldest first. */
async function recordedOf(key: string): Promise<readonly unknown[]> {
  const { backend, practice } = stage;
  const clientId = practice.clients[key];
  if (clientId === undefined) throw new Error(`${key} is not in the practice`);
  const scope = {
    practiceId: practice.practiceId,
    actor: { kind: 'system', name: 'test' },
    requestId: 'test',
    now: backend.care.now(),
  } as const;
  const rows = await backend.care.store.inPractice(scope, ({ audit }) => audit.ofClient(clientId));
  return rows.flatMap(({ action, subject }) =>
    action.startsWith('insertion.') ? [[action, subject['status']]] : [],
  );
}

async function recordedBecomes(key: string, wanted: readonly unknown[]): Promise<void> {
  await eventually(async () => expect(await recordedOf(key)).toEqual(wanted));
}

/** Opens a client's note and inserts the Update while nothing reaches the server. */
async function openAndInsert(key: string, way: 'silent' | 'closed'): Promise<PanelDriver> {
  const panel = await stage.openNote(key);
  const wanted = await insertUnheard(panel, front, way);
  const note = servedText(stage.simplePractice, appointmentOf(key));
  await until('the note has the Update', () => note.lines() === wanted);
  expect(await recordedOf(key)).toEqual([]);
  return panel;
}

const EXACT = ['insertion.recorded', 'exact'];

/** All that the extension keeps for this browser session. */
function textOfMemory(page: Page | Frame): Promise<string> {
  return page.evaluate(async () => JSON.stringify(await chrome.storage.session.get()));
}

describe('an insertion that the server was not told of is recorded when it can be', () => {
  it('though its tab was closed meanwhile', async () => {
    const panel = await openAndInsert('kit-bauer', 'silent');
    await panel.page.close();
    await front.become('open');
    const elsewhere = await stage.openChart(ELSEWHERE);
    await elsewhere.shows('record, name and birth date agree');
    await recordedBecomes('kit-bauer', [EXACT]);
  });

  it('though its page was loaded anew: the next panel knows, and says so until it is', async () => {
    const panel = await openAndInsert('riley-chen', 'closed');
    await panel.shows('This could not be entered in your practice’s register yet.');
    await panel.page.reload();
    await panel.shows('One entry waits for your practice’s server');
    // By the keyboard: what the panel asks meanwhile may send the entry first and take the button away.
    await panel.focus('Try again');
    await front.become('open');
    await panel.page.keyboard.press('Enter');
    await recordedBecomes('riley-chen', [EXACT]);
    await until('the panel no longer says so', async () => {
      return !(await panel.text()).includes('waits for your practice');
    });
  });

  it('though the worker was ended in the middle too, by the alarm alone, and once', async () => {
    const panel = await openAndInsert('jordan-avery', 'silent');
    const settings = await optionsAddress(panel);
    await panel.page.close();
    await killWorker(stage.browser);
    await front.become('open');
    const page = await openTab(stage.browser);
    await page.goto(settings);
    expect(await recordedOf('jordan-avery')).toEqual([]);
    await ringAlarm(page);
    await recordedBecomes('jordan-avery', [EXACT]);
    await until('nothing of its text is kept any more', async () => {
      return !(await textOfMemory(page)).includes('"parts"');
    });
  });

  it('with its undo, in order', async () => {
    const panel = await openAndInsert('zoe-simkova', 'closed');
    await panel.press('Undo');
    await panel.shows('The note reads exactly as before');
    // What is on its way to the worker may be lost with the page: then nobody would know how it ended.
    const frame = await panel.frame();
    await until('the worker keeps it', async () =>
      (await textOfMemory(frame)).includes('"restored"'),
    );
    await panel.page.close();
    await front.become('open');
    const elsewhere = await stage.openChart(ELSEWHERE);
    await elsewhere.shows('record, name and birth date agree');
    await recordedBecomes('zoe-simkova', [EXACT, ['insertion.undone', 'restored']]);
  });

  it('but not in the name of whoever signed in since', async () => {
    const added = await stage.backend.setup.addStaff(stage.practice.practiceId, {
      ...COLLEAGUE,
      displayName: 'Somebody Else, LCSW',
      role: 'clinician',
    });
    expect(added.ok).toBe(true);
    const panel = await openAndInsert('sam-rivera', 'closed');
    await panel.shows('register yet');
    await signOut(panel);
    await panel.page.close();
    await front.become('open');

    await stage.signIn(COLLEAGUE);
    const theirs = await stage.openChart(ELSEWHERE);
    await theirs.shows('Not linked yet');
    await ringAlarm(await theirs.frame());
    await theirs.page.reload();
    await theirs.shows('Not linked yet');
    expect(await theirs.text()).not.toContain('waits for your practice');
    expect(await recordedOf('sam-rivera')).toEqual([]);
    await signOut(theirs);
    await theirs.page.close();

    await stage.signIn(CLINICIAN);
    const again = await stage.openChart(ELSEWHERE);
    await again.shows('record, name and birth date agree');
    await recordedBecomes('sam-rivera', [EXACT]);
  });
});

it('an insertion whose tab was closed before the page spoke is recorded as what nobody knows', async () => {
  const panel = await stage.openNote('dana-rivera');
  await panel.shows('Goes to Simple Progress Note');
  await panel.focus('Insert');
  const frozen = await freeze(panel.page, stage.simplePractice, []);
  await panel.page.keyboard.press('Enter');
  await panel.shows('Inserting, then reading the note back');
  expect(await recordedOf('dana-rivera')).toEqual([]);
  await frozen.close();
  await recordedBecomes('dana-rivera', [['insertion.recorded', 'unconfirmed']]);
});

/** The code that the clinician compares. */
const codeIn = (frame: Frame) => frame.$eval('.code', (element) => element.textContent);

describe('a sign-in that was begun', () => {
  it('goes on with the same code after the page was loaded anew', async () => {
    const { browser } = stage;
    const panel = await stage.openChart(ELSEWHERE);
    await panel.shows('record, name and birth date agree');
    await signOut(panel);
    const opening = browser.waitForTarget((target) => target.url().includes('user_code='));
    await panel.press('Sign in');
    const tab = await (await opening).page();
    await panel.page.bringToFront();
    await panel.shows('Waiting for your approval');
    const code = await codeIn(await panel.frame());

    const address = panel.page.url();
    await panel.page.goto('about:blank');
    await killWorker(browser);
    await panel.page.goto(address);
    await panel.shows('Waiting for your approval');
    expect(await codeIn(await panel.frame())).toBe(code);

    if (tab === null) throw new Error('the sign-in page did not open');
    await approve(panel, tab, CLINICIAN);
    await panel.shows('record, name and birth date agree');
    expect(await tokenOf(panel)).not.toBeNull();
  });
});
