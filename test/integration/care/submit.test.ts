import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Alert } from '#shared/contracts/alert.ts';
import { addDays, dateInZone, instantOf } from '#shared/contracts/calendar.ts';
import { startTestBackend, type TestBackend } from '#test/support/backend.ts';
import { aLink, answerAndSend, call, submitForm } from '#test/support/practice.ts';
import { aScene, briefOf, type Scene } from '#test/support/scene.ts';

const WEEK = 7 * 86_400_000;

let backend: TestBackend;

beforeAll(async () => {
  backend = await startTestBackend();
});
beforeEach(() => backend.clock.reset());
afterAll(() => backend.close());

async function answers(scene: Scene, given: readonly (number | null)[]): Promise<void> {
  const link = await aLink(backend, scene.practiceId, scene.clientId);
  expect((await answerAndSend(backend, link, given)).status).toBe(303);
}

/** The alerts about the PHQ-9 as they are stored, since weeks pass in these stories. */
async function alertsOf(scene: Scene): Promise<readonly Alert[]> {
  const { practiceId, clientId } = scene;
  const rows = await backend.database.asSuperuser<{ alert: Alert }>(
    `select json_build_object('alertId', alert_id, 'rule', rule, 'tier', tier, 'status', status,
       'evidence', evidence) as alert
     from care.alert where practice_id = $1 and client_id = $2 and instrument_id = 'phq9'
     order by opened_at`,
    [practiceId, clientId],
  );
  return rows.map(({ alert }) => alert);
}

describe('what a submission sets off', () => {
  it('is scored, judged, told and recorded in one go', async () => {
    const scene = await aScene(backend);
    const { responses, alerts, checkIns } = await briefOf(backend, scene, scene.clinician);
    expect(responses[0]?.score).toMatchObject({ status: 'scored', total: 9, band: 'mild' });
    expect(alerts.map(({ rule, instrumentId }) => `${rule} ${instrumentId}`).toSorted()).toEqual([
      'C1 gad7',
      'S1 phq9',
    ]);
    expect(checkIns[0]).toMatchObject({ instrumentId: 'phq9', answeredItems: 9 });
    const told = await backend.database.asSuperuser<{ alertId: string; step: number }>(
      `select alert_id as "alertId", step from care.message where practice_id = $1 order by step`,
      [scene.practiceId],
    );
    expect(told).toEqual([1, 2, 3].map((step) => ({ alertId: scene.alertId, step })));
    const events = await backend.database.asSuperuser<{ action: string; actor_kind: string }>(
      `select action, actor_kind from care.audit_event
       where practice_id = $1 and actor_kind = 'client' order by event_id`,
      [scene.practiceId],
    );
    expect(events.map(({ action }) => action).slice(-3)).toEqual([
      'response.submitted',
      'alert.opened',
      // Nobody in the scene has set an address.
      'alert.nobodyToTell',
    ]);
  });

  it('joins an alert that is open, and opens a new one after it was closed', async () => {
    const scene = await aScene(backend);
    backend.clock.pass(WEEK);
    await answers(scene, [1, 1, 1, 1, 1, 1, 1, 1, 2]);
    const joined = (await alertsOf(scene)).filter(({ status }) => status === 'open');
    const risk = joined.find(({ alertId }) => alertId === scene.alertId);
    expect(risk).toBeDefined();
    expect(new Set(joined.map(({ rule }) => rule)).size).toBe(joined.length);
  });

  it('takes an unanswered risk item for unanswered, not for "not at all"', async () => {
    const scene = await aScene(backend);
    backend.clock.pass(WEEK);
    await answers(scene, [0, 0, 0, 0, 0, 0, 0, 0, null]);
    expect((await alertsOf(scene)).map(({ rule }) => rule)).toContain('S3');
    expect((await alertsOf(scene)).find(({ rule }) => rule === 'S1')?.status).toBe('open');
  });

  it('compares with nothing from before this episode of care', async () => {
    const scene = await aScene(backend);
    backend.clock.pass(WEEK);
    const today = dateInZone(instantOf(backend.clock.now), 'America/Chicago');
    await backend.database.asSuperuser(
      'update care.client set in_care_since = $2 where client_id = $1',
      [scene.clientId, addDays(today, 12)],
    );
    await answers(scene, [3, 3, 3, 3, 3, 0, 0, 0, 0]);
    expect((await alertsOf(scene)).map(({ rule }) => rule)).toEqual(['S1']);
    backend.clock.pass(WEEK);
    await answers(scene, [3, 3, 3, 3, 3, 3, 3, 0, 0]);
    const worse = (await alertsOf(scene)).find(({ rule }) => rule === 'C2');
    expect(worse?.evidence).toMatchObject([{ from: { displayed: 15 }, to: { displayed: 21 } }]);
  });

  it('says that too little was answered, rather than a number', async () => {
    const scene = await aScene(backend);
    backend.clock.pass(WEEK);
    await answers(scene, [3, 3]);
    const [row] = await backend.database.asSuperuser<{ score: unknown }>(
      'select score from care.response where client_id = $1 order by ordinal desc limit 1',
      [scene.clientId],
    );
    expect(row?.score).toMatchObject({ status: 'unscorable', reason: 'tooManyMissing' });
  });

  it('stays whole when two measures of one client are sent at the same moment', async () => {
    const scene = await aScene(backend);
    backend.clock.pass(WEEK);
    const links = await Promise.all(
      Array.from({ length: 6 }, () => aLink(backend, scene.practiceId, scene.clientId)),
    );
    for (const link of links) {
      for (let item = 1; item <= 9; item += 1) {
        await submitForm(backend, `${link}/q/${item}`, { answer: '3' });
      }
    }
    const replies = await Promise.all(
      links.map((link) => submitForm(backend, `${link}/submit`, {})),
    );
    expect(replies.map(({ status }) => status)).toEqual([303, 303, 303, 303, 303, 303]);
    const ordinals = await backend.database.asSuperuser<{ ordinal: number }>(
      'select ordinal from care.response where client_id = $1 order by ordinal',
      [scene.clientId],
    );
    expect(ordinals.map(({ ordinal }) => ordinal)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    const open = (await alertsOf(scene)).filter(({ status }) => status === 'open');
    expect(new Set(open.map(({ rule }) => rule)).size).toBe(open.length);
  });

  it('is undone as a whole when a part of it can not be written', async () => {
    const scene = await aScene(backend);
    backend.clock.pass(WEEK);
    const link = await aLink(backend, scene.practiceId, scene.clientId);
    await submitForm(backend, `${link}/q/9`, { answer: '3' });
    const superuser = backend.database.asSuperuser;
    await superuser('revoke insert on care.message from throughline_app');
    const failed = await submitForm(backend, `${link}/submit`, {});
    await superuser('grant insert on care.message to throughline_app');
    expect(failed.status).toBe(500);
    const count = async () =>
      (await superuser('select 1 from care.response where client_id = $1', [scene.clientId]))
        .length;
    expect(await count()).toBe(1);
    expect((await submitForm(backend, `${link}/submit`, {})).status).toBe(303);
    expect(await count()).toBe(2);
  });
});

describe('two practices', () => {
  it('never see anything of each other', async () => {
    const elm = await aScene(backend, { displayName: 'Jordan Avery', birthDate: '1991-03-14' });
    const oak = await aScene(backend, { displayName: 'Jordan Avery', birthDate: '1991-03-14' });
    const page = { ...elm, recordId: elm.recordId };
    await expect(briefOf(backend, page, oak.clinician)).rejects.toThrow('unlinked');
    const list = await call(backend, 'caseload.list', undefined, oak.clinician.token);
    expect(await list.text()).not.toContain(elm.clientId);
    const subject = { recordId: null, name: elm.displayName, birthDate: elm.birthDate };
    const found = await call(backend, 'links.candidates', { subject }, oak.clinician.token);
    const text = await found.text();
    expect(text).toContain(oak.clientId);
    expect(text).not.toContain(elm.clientId);
  });
});
