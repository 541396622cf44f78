import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createPathCare } from '#backend/care/alerts/alert-path.ts';
import { unacknowledged } from '#backend/care/alerts/unacknowledged.ts';
import { deliver } from '#backend/care/messages/deliver.ts';
import { never, TAKEN } from '#backend/delivery/outcome.ts';
import type { Ways } from '#backend/delivery/ways.ts';
import { instantOf } from '#shared/contracts/calendar.ts';
import type { AlertId } from '#shared/contracts/ids.ts';
import { PUBLIC_URL, startTestBackend, type TestBackend } from '#test/support/backend.ts';
import { aLink, answerAndSend, aStaffMember, call, valueOf } from '#test/support/practice.ts';
import { briefOf } from '#test/support/scene.ts';
import { aLadderScene, INES, inPractice, type LadderScene } from './a-ladder.ts';

const DAY = 86_400_000;
const HIGHER = [1, 1, 1, 1, 1, 1, 1, 1, 2];

let backend: TestBackend;
let scene: LadderScene;

beforeAll(async () => {
  backend = await startTestBackend();
});
beforeEach(async () => {
  backend.clock.reset();
  scene = await aLadderScene(backend);
  await answerAndSend(backend, await aLink(backend, scene.practiceId, scene.clientId), HIGHER);
});
afterAll(() => backend.close());

const caller = () => ({
  practiceId: scene.practiceId,
  staffId: scene.clinician.staffId,
  role: 'clinician' as const,
  requestId: 'test',
});

async function riskAlert() {
  const { alerts } = await briefOf(backend, scene, scene.clinician);
  const found = alerts.find(({ rule, status }) => rule === 'S2' && status === 'open');
  return found ?? expect.fail('no open risk alert');
}

const see = (alertId: AlertId, latestAt: string, { token } = scene.clinician) =>
  call(backend, 'alerts.seen', { alerts: [{ alertId, latestAt }] }, token);

describe('alerts that nobody has answered', () => {
  it('stay listed, however much time passes and though the client has left', async () => {
    const { alertId } = await riskAlert();
    await backend.database.asSuperuser(
      'update care.client set active = false where client_id = $1',
      [scene.clientId],
    );
    backend.clock.pass(3000 * DAY);
    const waiting = await unacknowledged(backend.care)(caller());
    expect(waiting).toMatchObject([
      { alertId, rule: 'S2', tier: 'urgent', toldAt: null, seen: [] },
    ]);
  });

  it('leave the list when somebody says what was done', async () => {
    const { alertId, latestAt: seenLatestAt } = await riskAlert();
    const done = { alertId, action: 'contactedClient', seenLatestAt };
    await valueOf(await call(backend, 'alerts.acknowledge', done, scene.clinician.token));
    const reply = await call(backend, 'alerts.unacknowledged', undefined, scene.clinician.token);
    expect(await valueOf(reply)).toEqual([]);
  });
});

describe('an alert that stood on a screen', () => {
  it('is told as seen by whom and when, once for each evidence', async () => {
    const { alertId, latestAt } = await riskAlert();
    const first = await valueOf<{ at: string }>(await see(alertId, latestAt));
    backend.clock.pass(60_000);
    await see(alertId, latestAt);
    const by = scene.clinician.displayName;
    expect((await riskAlert()).seen).toEqual([{ by, at: first.at, latestAt }]);
    const recorded = await backend.database.asSuperuser(
      `select subject from care.audit_event where practice_id = $1 and action = 'alert.seen'`,
      [scene.practiceId],
    );
    expect(recorded).toEqual([{ subject: { alertIds: [alertId] } }]);
  });

  it('was not seen with what joins it later, nor with what is yet to come', async () => {
    const { alertId, latestAt } = await riskAlert();
    await see(alertId, '2199-01-01T00:00:00.000Z');
    expect((await riskAlert()).seen).toMatchObject([{ latestAt }]);
    const link = await aLink(backend, scene.practiceId, scene.clientId);
    await answerAndSend(backend, link, [1, 1, 1, 1, 1, 1, 1, 1, 3]);
    const joined = await riskAlert();
    expect(joined.latestAt).not.toBe(latestAt);
    expect(joined.seen).toMatchObject([{ latestAt }]);
  });

  it('is not told by who does not care for the client, nor any beside it', async () => {
    const { alertId, latestAt } = await riskAlert();
    const colleague = await aStaffMember(backend, scene.practiceId);
    expect((await see(alertId, latestAt, colleague)).status).toBe(404);
    expect((await riskAlert()).seen).toEqual([]);
  });
});

const path = (ways: Ways) => createPathCare({ ...backend.care, ways }).alertPath(caller());

async function beat(): Promise<void> {
  const { directory } = backend.care.store;
  const now = instantOf(backend.clock.now);
  await directory.beat('delivery', now);
  await directory.beat('unsentRisk', now);
}

describe('the way from an alert to a person', () => {
  const works: Ways = { mail: async () => TAKEN, text: null };
  const refuses: Ways = { mail: async () => never('addressRefused'), text: null };

  it('is unset while no server or no person can be reached', async () => {
    expect(await path({ mail: null, text: null })).toMatchObject({ state: 'unset', since: null });
    const { clinician, backup } = scene;
    const nowhere = { email: null, phone: null };
    await inPractice(backend, scene, async ({ staffContacts }) => {
      await staffContacts.put(clinician.staffId, { ...nowhere, phone: INES.phone });
      await staffContacts.put(backup, nowhere);
    });
    expect(await path(works)).toMatchObject({ state: 'unset' });
  });

  it('is late while what is due does not leave, though something goes round', async () => {
    await beat();
    expect(await path(works)).toMatchObject({ state: 'works', since: null, deadLetters: 0 });
    const { openedAt } = await riskAlert();
    backend.clock.pass(180_000);
    await beat();
    expect(await path(works)).toMatchObject({ state: 'late', since: openedAt });
  });

  it('is late while risk answers on unsent forms are not told, though messages leave', async () => {
    await inPractice(backend, scene, async ({ messages }) => {
      for (const { messageId } of await messages.due(10)) await messages.sent(messageId);
    });
    await beat();
    const heard = instantOf(backend.clock.now);
    backend.clock.pass(26 * 60_000);
    await inPractice(backend, scene, async ({ messages }) => {
      for (const { messageId } of await messages.due(10)) await messages.sent(messageId);
    });
    await backend.care.store.directory.beat('delivery', instantOf(backend.clock.now));
    expect(await path(works)).toMatchObject({ state: 'late', since: heard });
    const stop = new AbortController();
    await backend.keepUp(stop.signal, async () => stop.abort());
    expect(await path(works)).toMatchObject({ state: 'works' });
  });

  it('fails when a message is given up, until somebody has dealt with it', async () => {
    const due = await inPractice(backend, scene, ({ messages }) => messages.due(10));
    const deps = { ...backend.care, ways: refuses, publicUrl: PUBLIC_URL };
    const { practiceId } = scene;
    for (const { messageId } of due) await deliver(deps, { practiceId, messageId });
    await beat();
    expect(await path(works)).toMatchObject({ state: 'failing', deadLetters: 1 });
    await inPractice(backend, scene, async ({ messages }) => {
      for (const { messageId } of await messages.dead(10)) {
        await messages.settle(messageId, scene.clinician.staffId);
      }
    });
    expect(await path(works)).toMatchObject({ state: 'works', deadLetters: 0 });
  });
});
