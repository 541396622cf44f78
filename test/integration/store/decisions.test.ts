import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inCaseloadOrder } from '#shared/caseload/order.ts';
import type { CalendarDate, Instant } from '#shared/contracts/calendar.ts';
import type { ClientId, InsertionId, StaffId } from '#shared/contracts/ids.ts';
import type { RecordInsertionInput } from '#shared/contracts/procedures.ts';
import { chartRequest } from '#shared/update/request.ts';
import { startTestDatabase, type TestDatabase } from '#test/support/database.ts';
import { addClient, NOW, opening, type Scene, seenAs, setScene } from './scene.ts';

let database: TestDatabase;
let scene: Scene;

beforeAll(async () => {
  database = await startTestDatabase();
  scene = await setScene(database.store);
});
afterAll(() => database.close());

const bond = (recordId: string, clientId: ClientId) => ({
  ehr: 'simplepractice' as const,
  recordId,
  clientId,
  confirmedName: 'Rosalind Achterberg',
  linkedBy: scene.staffId,
});

test('a record that two people link at once belongs to one client', async () => {
  const other = v7() as ClientId;
  await scene.run((care) => addClient(care, other, 'Rosalind Achterberg'));

  const replies = await Promise.all(
    [scene.clientId, other].map((clientId) =>
      scene.run((care) => care.links.link(bond('raced', clientId))),
    ),
  );

  expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
  expect(replies.filter(({ ok }) => !ok)).toEqual([{ ok: false, refusal: 'alreadyLinked' }]);
});

test('linking again is the same bond; after unlinking it is a new one', async () => {
  const link = () => scene.run((care) => care.links.link(bond('again', scene.clientId)));
  const first = await link();
  expect(await link()).toEqual(first);
  const linkId = first.ok ? first.value.linkId : expect.fail('not linked');

  expect(await scene.run((care) => care.links.unlink(linkId, scene.staffId))).toBe(true);
  expect(await scene.run((care) => care.links.unlink(linkId, scene.staffId))).toBe(false);
  expect(await scene.run((care) => care.links.ofRecord('simplepractice', 'again'))).toBeNull();
  expect(await link()).not.toEqual(first);
});

test('an alert is acknowledged once; the same again is a repeat, another is refused', async () => {
  const alertId = await scene.run((care) => care.alerts.apply(scene.clientId, opening(), 0));
  const acknowledge = (action: 'contactedClient' | 'notUseful') =>
    scene.run((care) => care.alerts.acknowledge(alertId, scene.staffId, seenAs(action)));

  expect(await acknowledge('contactedClient')).toBe('acknowledged');
  expect(await acknowledge('contactedClient')).toBe('repeated');
  expect(await acknowledge('notUseful')).toBe('closedByOther');
});

test('an alert that an answer has joined since stays open until that answer was seen', async () => {
  const client = v7() as ClientId;
  await scene.run((care) => addClient(care, client, 'Rosa Achterberg'));
  const first = opening();
  const latestAt = '2026-11-20T18:59:00.000Z' as Instant;
  const alertId = await scene.run((care) => care.alerts.apply(client, first, 0));
  await scene.run((care) =>
    care.alerts.apply(client, { ...first, change: 'gather', alertId, latestAt }, 0),
  );
  const acknowledge = (seenLatestAt: Instant) =>
    scene.run((care) =>
      care.alerts.acknowledge(alertId, scene.staffId, {
        ...seenAs('contactedClient'),
        seenLatestAt,
      }),
    );

  expect(await acknowledge(first.latestAt)).toBe('newerEvidence');
  expect((await scene.run((care) => care.alerts.find(alertId)))?.status).toBe('open');
  expect(await acknowledge(latestAt)).toBe('acknowledged');
});

test('one alert is open for a client, rule and measure', async () => {
  const client = v7() as ClientId;
  await scene.run((care) => addClient(care, client, 'Bruno Tasker'));

  await scene.run((care) => care.alerts.apply(client, opening(), 0));

  await expect(scene.run((care) => care.alerts.apply(client, opening(), 0))).rejects.toThrow(
    'alert_one_open',
  );
});

test('the caseload shows the most urgent first, then the name', async () => {
  const staffId = v7() as StaffId;
  const names = ['Yusuf Calloway', 'Bruno Tasker', 'Agnes Whitfield'];
  const ids = names.map(() => v7() as ClientId);
  await scene.run(async (care) => {
    await care.staff.add({ staffId, displayName: 'Omar Reyes', role: 'clinician', active: true });
    for (const [index, name] of names.entries()) {
      const clientId = ids[index] ?? expect.fail('no id');
      await addClient(care, clientId, name);
      await care.caseload.assign(staffId, clientId);
    }
    await care.alerts.apply(ids[0] ?? expect.fail('no id'), opening(), 0);
  });

  const rows = inCaseloadOrder(await scene.run((care) => care.caseload.list(staffId)));

  expect(rows.map(({ client }) => client.displayName)).toEqual([
    'Yusuf Calloway',
    'Agnes Whitfield',
    'Bruno Tasker',
  ]);
  expect(rows[0]?.waiting.emergency.count).toBe(1);
});

/** Nothing of it as usual, so that nothing is kept by chance. */
const ASKED = {
  ...chartRequest('soap'),
  length: 'full',
  language: 'es',
  sessionOn: '2026-11-03' as CalendarDate,
  assessmentLine: true,
} as const;

const insertion = (insertionId: InsertionId, text: string): RecordInsertionInput => ({
  insertionId,
  clientId: scene.clientId,
  ehr: 'therapynotes',
  recordId: '4711',
  appointmentId: null,
  request: ASKED,
  briefAsOf: NOW,
  parts: [{ label: 'Subjective', section: 'subjective', text }],
  outcome: { status: 'exact' },
});

test('an insertion is recorded once; a changed body under the same id is refused', async () => {
  const insertionId = v7() as InsertionId;
  const record = (text: string) =>
    scene.run((care) => care.insertions.record(scene.staffId, insertion(insertionId, text)));

  expect(await record('One sentence.')).toBe('recorded');
  expect(await record('One sentence.')).toBe('repeated');
  expect(await record('Another sentence.')).toBe('changed');
});

test('an insertion keeps what was asked for', async () => {
  const insertionId = v7() as InsertionId;
  await scene.run((care) => care.insertions.record(scene.staffId, insertion(insertionId, 'Text.')));
  const rows = await database.asSuperuser(
    `select shape, audience, length, language, session_on::text as "sessionOn",
       assessment_line as "assessmentLine"
     from care.insertion where insertion_id = $1`,
    [insertionId],
  );
  expect(rows).toEqual([ASKED]);
});

test('an undo is recorded once, and only for an insertion that there is', async () => {
  const insertionId = v7() as InsertionId;
  const undo = (id: InsertionId) =>
    scene.run((care) => care.insertions.recordUndo(id, { status: 'restored' }));
  await scene.run((care) => care.insertions.record(scene.staffId, insertion(insertionId, 'Text.')));

  expect(await undo(insertionId)).toBe(true);
  expect(await undo(insertionId)).toBe(false);
  expect(await undo(v7() as InsertionId)).toBe(false);
});

test('an outbox entry goes to one worker, and comes back when the work fails', async () => {
  const entryId = await scene.run((care) => care.outbox.add('alertOpened', { alertId: v7() }));
  const claim = async (during: () => Promise<void>) => {
    const taken: string[] = [];
    await scene.run(async (care) => {
      for (const entry of await care.outbox.claim(10)) taken.push(entry.entryId);
      await during();
    });
    return taken;
  };

  let second: readonly string[] = [];
  const first = await claim(async () => {
    second = await claim(async () => undefined);
  });
  expect(first).toEqual([entryId]);
  expect(second).toEqual([]);

  expect(await claim(async () => undefined)).toEqual([entryId]);
  await scene.run((care) => care.outbox.done(entryId));
  expect(await claim(async () => undefined)).toEqual([]);
});
