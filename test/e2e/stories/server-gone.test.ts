import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AuditRow } from '#backend/store/audit.ts';
import { type Instant, instantOf } from '#shared/contracts/calendar.ts';
import type { PanelDriver } from '#test/support/panel.ts';
import { until } from '#test/support/until.ts';
import { databaseText, storedText } from './extension.ts';
import { type ServerApart, setServerApart } from './server-apart.ts';

/** Nobody says anything about this client; the chart is opened because a panel has to be somewhere. */
const ELSEWHERE = 'walter-lindqvist';

let scene: ServerApart;
beforeAll(async () => {
  scene = await setServerApart([ELSEWHERE, 'kit-bauer', 'riley-chen']);
});
afterAll(() => scene.close());

const WAITS = 'will be sent when the server can be reached. Until then this alert is open.';

/** The names of the buttons that close an alert, from top to bottom. */
async function openAlerts(panel: PanelDriver): Promise<string[]> {
  const frame = await panel.frame();
  return frame.$$eval('.alert button[aria-label^="Acknowledge: "]', (all) =>
    all.map((button) => button.getAttribute('aria-label') ?? ''),
  );
}

/** Inserts and acknowledges while no server is there. */
async function actWhileGone(panel: PanelDriver): Promise<{
  /** The button that it was acknowledged with. */
  readonly alert: string;
  /** Entries that wait for the server: what stands together is closed together. */
  readonly waiting: number;
}> {
  await panel.shows('Goes to Simple Progress Note');
  await until('it can be sealed', async () =>
    (await storedText(panel)).session.includes('sealingGrant'),
  );
  const [alert = ''] = await openAlerts(panel);
  await scene.serverFails();
  await panel.press('Insert');
  await panel.shows('Inserted exactly');
  await panel.shows('This could not be entered in your practice’s register yet.');
  await panel.press(alert);
  await panel.press('Discussed in session');
  await panel.shows(WAITS);
  await panel.shows('entries wait for your practice’s server');
  const [, waiting] = /(\d+) entries wait/.exec(await panel.text()) ?? [];
  return { alert, waiting: Number(waiting) };
}

/** What the server was told of by this clinician since a moment, oldest first. */
async function toldSince(moment: Instant, key: string): Promise<readonly AuditRow[]> {
  const { practiceId, clinicianId, clients } = scene.practice;
  const clientId = clients[key];
  if (clientId === undefined) throw new Error(`${key} is not in the practice`);
  return scene.beside(async ({ care }) => {
    const actor = { kind: 'system', name: 'test' } as const;
    const asked = { practiceId, actor, requestId: 'test', now: care.now() };
    const rows = await care.store.inPractice(asked, ({ audit }) => audit.ofClient(clientId));
    return rows.filter(
      ({ at, action, actorId }) =>
        at >= moment &&
        actorId === clinicianId &&
        /^(?:insertion\.|alert\.acknowledged)/.test(action),
    );
  });
}

describe.each([
  ['closed', 'kit-bauer'],
  ['killed', 'riley-chen'],
] as const)('a browser that is %s while the server is gone', (end, key) => {
  it('sends what was inserted and said, once and in order, when both are back', async () => {
    await scene.serverReturns();
    await scene.signIn();
    const began = instantOf(new Date());
    const before = await scene.open(key, 'note');
    const { alert, waiting } = await actWhileGone(before);
    expect(await openAlerts(before)).not.toContain(alert);

    await scene.restartBrowser(end);
    const signedOut = await scene.open(key, 'chart');
    await signedOut.shows('Signed out');
    expect(await databaseText(signedOut)).toContain('"encapsulated"');

    await scene.serverReturns();
    await scene.signIn();
    const elsewhere = await scene.open(ELSEWHERE, 'chart');
    await elsewhere.shows('record, name and birth date agree');
    await until('nothing is left to send', async () => {
      return !(await databaseText(elsewhere)).includes('"encapsulated"');
    });
    const panel = await scene.open(key, 'chart');
    await panel.shows('Alerts verified');
    expect(await openAlerts(panel)).not.toContain(alert);
    expect(await panel.text()).not.toContain('wait for your practice');

    const told = await toldSince(began, key);
    const [first, ...others] = told;
    expect(first).toMatchObject({ action: 'insertion.recorded', subject: { status: 'exact' } });
    expect(new Set(others.map(({ action }) => action))).toEqual(new Set(['alert.acknowledged']));
    const closed = others.map(({ subject }) => subject['alertId']);
    expect([closed.length, new Set(closed).size]).toEqual([waiting - 1, waiting - 1]);
  });
});
