import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { InsertionId } from '#shared/contracts/ids.ts';
import { chartRequest } from '#shared/update/request.ts';
import { startTestBackend, type TestBackend } from '#test/support/backend.ts';
import { scopeOf } from '#test/support/database.ts';
import { insertionInput } from '#test/support/inputs.ts';
import {
  aLink,
  aStaffMember,
  call,
  openPage,
  submitForm,
  valueOf,
} from '#test/support/practice.ts';
import { aScene, briefOf, type Scene } from '#test/support/scene.ts';

let backend: TestBackend;
let scene: Scene;

beforeAll(async () => {
  backend = await startTestBackend();
  scene = await aScene(backend);
});
afterAll(() => backend.close());

async function count(text: string, values: readonly unknown[]): Promise<number> {
  const [row] = await backend.database.asSuperuser<{ count: string }>(text, values);
  return Number(row?.count);
}

describe('an alert', () => {
  it('is closed with what was done, and stays as it was closed', async () => {
    const { alertId, latestAt, clinician } = scene;
    const acknowledge = (action: string) =>
      call(
        backend,
        'alerts.acknowledge',
        { alertId, action, seenLatestAt: latestAt },
        clinician.token,
      );
    expect((await acknowledge('safetyPlanReviewed')).status).toBe(200);
    expect((await acknowledge('safetyPlanReviewed')).status).toBe(200);
    expect((await acknowledge('notUseful')).status).toBe(409);
    const { alerts } = await briefOf(backend, scene, clinician);
    const closed = alerts.find((one) => one.alertId === alertId);
    expect(closed).toMatchObject({
      status: 'acknowledged',
      acknowledgement: { action: 'safetyPlanReviewed' },
    });
    const entries = await count(
      `select count(*) from care.audit_event where action = 'alert.acknowledged' and practice_id = $1`,
      [scene.practiceId],
    );
    expect(entries).toBe(1);
  });
});

describe('the register of insertions', () => {
  it('holds one entry however often the browser reports it', async () => {
    const insertionId = v7() as InsertionId;
    const input = insertionInput(scene.clientId, insertionId);
    const replies = await Promise.all(
      Array.from({ length: 10 }, () =>
        call(backend, 'insertions.record', input, scene.clinician.token),
      ),
    );
    expect(replies.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 200));
    const entries = await count('select count(*) from care.insertion where insertion_id = $1', [
      insertionId,
    ]);
    expect(entries).toBe(1);
  });

  it('refuses another text under the same id, and the id of another person', async () => {
    const { clientId, clinician, practiceId, insertionId } = scene;
    const other = { ...insertionInput(clientId, insertionId), request: chartRequest('soap') };
    const changed = await call(backend, 'insertions.record', other, clinician.token);
    expect(changed.status).toBe(409);
    const colleague = await aStaffMember(backend, practiceId);
    const undo = { insertionId, outcome: { status: 'restored' } };
    const stolen = await call(backend, 'insertions.recordUndo', undo, colleague.token);
    expect(stolen.status).toBe(404);
  });
});

describe('every look is recorded', () => {
  it("and a look at a list is found in each listed client's log", async () => {
    const { clinician, clientId, practiceId, displayName: name, birthDate, recordId } = scene;
    const subject = { recordId, name, birthDate };
    await call(backend, 'caseload.list', undefined, clinician.token);
    await call(backend, 'links.candidates', { subject }, clinician.token);
    const entries = [{ key: 'a', startsAt: null, subject, several: false }];
    await call(
      backend,
      'schedule.look',
      { ehr: 'simplepractice', on: null, entries },
      clinician.token,
    );
    const colleague = await aStaffMember(backend, practiceId);
    await call(
      backend,
      'update.compose',
      { clientId, request: chartRequest('narrative') },
      colleague.token,
    );
    const rows = await backend.database.store.inPractice(scopeOf(practiceId), (care) =>
      care.audit.ofClient(clientId),
    );
    const actions = rows.map(({ action }) => action);
    for (const action of ['caseload.read', 'candidates.read', 'schedule.read', 'access.denied']) {
      expect(actions).toContain(action);
    }
  });

  it.each<[string, (about: Scene) => object, (about: Scene) => object]>([
    [
      'alerts.acknowledge',
      ({ alertId, latestAt }) => ({ alertId, action: 'notUseful', seenLatestAt: latestAt }),
      ({ alertId }) => ({ alertId }),
    ],
    ['links.unlink', ({ linkId }) => ({ linkId }), ({ linkId }) => ({ linkId })],
    [
      'insertions.recordUndo',
      ({ insertionId }) => ({ insertionId, outcome: { status: 'restored' } }),
      ({ insertionId }) => ({ insertionId }),
    ],
    ['links.unlink', ({ linkId }) => ({ linkId, clientId: v7() }), ({ linkId }) => ({ linkId })],
  ])(
    "and a colleague's try at it is found in the client's log: %s",
    async (permission, input, object) => {
      const { practiceId, clientId } = scene;
      const colleague = await aStaffMember(backend, practiceId);
      expect((await call(backend, permission, input(scene), colleague.token)).status).toBe(404);
      const rows = await backend.database.store.inPractice(scopeOf(practiceId), (care) =>
        care.audit.ofClient(clientId),
      );
      const { clientIds, ...subject } = rows.at(-1)?.subject ?? {};
      expect(rows.at(-1)).toMatchObject({ action: 'access.denied', actorId: colleague.staffId });
      expect(subject).toEqual({ permission, ...object(scene) });
      expect(clientIds).toContain(clientId);
    },
  );

  it('and so is the page of a record that is linked to a client of somebody else', async () => {
    const { practiceId, clientId, linkId, recordId, displayName: name, birthDate } = scene;
    const colleague = await aStaffMember(backend, practiceId);
    const subject = { recordId, name, birthDate };
    const asked = { ehr: 'simplepractice', subject };
    const reply = await call(backend, 'brief.ofRecord', asked, colleague.token);
    expect(await valueOf<object>(reply)).toMatchObject({ verdict: 'unlinked' });
    const [row] = await backend.database.asSuperuser(
      `select client_id, subject from care.audit_event
       where action = 'brief.refused' and actor_id = $1`,
      [colleague.staffId],
    );
    expect(row).toEqual({ client_id: clientId, subject: { ehr: 'simplepractice', linkId } });
  });

  it("also a look at a client's own answers by link", async () => {
    const link = await aLink(backend, scene.practiceId, scene.clientId);
    await submitForm(backend, `${link}/q/1`, { answer: '3' });
    const looks = () =>
      count(
        `select count(*) from care.audit_event where action = 'checkIn.read'
      and client_id = $1`,
        [scene.clientId],
      );
    const pages = [link, `${link}/q/1`, `${link}/review`];
    for (const page of pages) {
      const before = await looks();
      expect((await openPage(backend, page)).status).toBe(200);
      expect(await looks()).toBe(before + 1);
    }
    await backend.database.asSuperuser('revoke insert on care.audit_event from throughline_app');
    try {
      for (const page of pages) {
        const reply = await openPage(backend, page);
        expect(reply.status).toBe(500);
        expect(await reply.text()).not.toMatch(/PHQ|class="chosen"|Nearly every day/);
      }
    } finally {
      await backend.database.asSuperuser('grant insert on care.audit_event to throughline_app');
    }
  });

  it('and a look that can not be recorded shows nothing', async () => {
    const own = await aScene(backend, { displayName: 'Sam Okafor', birthDate: '1988-02-29' });
    const { token } = own.clinician;
    const subject = { recordId: own.recordId, name: own.displayName, birthDate: own.birthDate };
    const reads: readonly (readonly [string, unknown])[] = [
      ['brief.ofRecord', { ehr: 'simplepractice', subject }],
      ['caseload.list', undefined],
      ['links.candidates', { subject }],
      ['update.compose', { clientId: own.clientId, request: chartRequest('narrative') }],
    ];
    const auditRows = () =>
      count('select count(*) from care.audit_event where practice_id = $1', [own.practiceId]);
    for (const [procedure, input] of reads) {
      const before = await auditRows();
      expect((await call(backend, procedure, input, token)).status).toBe(200);
      expect(await auditRows()).toBeGreaterThan(before);
    }
    await backend.database.asSuperuser('revoke insert on care.audit_event from throughline_app');
    try {
      for (const [procedure, input] of reads) {
        const reply = await call(backend, procedure, input, token);
        const text = await reply.text();
        expect(reply.status).toBe(500);
        expect(text).not.toMatch(/Okafor|phq9|PHQ-9|audit|permission denied/);
        expect(text).toContain('requestId');
      }
    } finally {
      await backend.database.asSuperuser('grant insert on care.audit_event to throughline_app');
    }
  });
});
