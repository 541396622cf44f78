import type { PoolClient } from 'pg';
import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CareRepositories, createStore } from '#backend/store/store.ts';
import { inTransaction } from '#backend/store/transaction.ts';
import type { CalendarDate } from '#shared/contracts/calendar.ts';
import type { ClientId, StaffId } from '#shared/contracts/ids.ts';
import { startTestDatabase, type TestDatabase } from '#test/support/database.ts';
import {
  addClient,
  briefRead,
  NOW,
  opening,
  respond,
  type Scene,
  seenAs,
  sendMeasure,
  setScene,
  termsRead,
} from './scene.ts';

let database: TestDatabase;
let scene: Scene;

beforeAll(async () => {
  database = await startTestDatabase();
  scene = await setScene(database.store);
});
afterAll(() => database.close());

const subject = () => ({ practiceId: scene.practiceId, planning: 'byValues' as const });
const deps = () => ({
  pool: database.database.pool,
  isCluster: false,
  random: () => 0,
  onLost: () => undefined,
});

/** Two pieces of work that each take two clients' rows, in opposite order, and meet in between. */
async function deadlock(): Promise<readonly number[]> {
  const ids = [v7() as ClientId, v7() as ClientId];
  await scene.run(async (care) => {
    for (const clientId of ids) await addClient(care, clientId, 'Bruno Tasker');
  });
  const runs = [0, 0];
  const met = Promise.withResolvers<void>();
  let arrived = 0;
  const take = (connection: PoolClient, clientId: ClientId | undefined) =>
    connection.query(
      'update care.client set active = true where practice_id = $1 and client_id = $2',
      [scene.practiceId, clientId],
    );
  const work = (who: number, order: readonly ClientId[]) => async (connection: PoolClient) => {
    runs[who] = (runs[who] ?? 0) + 1;
    await take(connection, order[0]);
    arrived += 1;
    if (arrived === 2) met.resolve();
    await met.promise;
    await take(connection, order[1]);
  };
  await Promise.all([
    inTransaction(subject(), work(0, ids), deps()),
    inTransaction(subject(), work(1, ids.toReversed()), deps()),
  ]);
  return runs;
}

test('of two transactions that block each other, one runs again and both succeed', async () => {
  const runs = await deadlock();
  // PostgreSQL ends one of them; on a busy machine it may find them locked a second time.
  expect(Math.max(...runs)).toBeGreaterThan(1);
});

test('work that keeps colliding ends as "busy"', async () => {
  let runs = 0;
  const colliding = inTransaction(
    subject(),
    async (connection) => {
      runs += 1;
      await connection.query(`do $$ begin raise exception using errcode = '40001'; end $$`);
    },
    deps(),
  );
  await expect(colliding).rejects.toMatchObject({ code: 'busy' });
  expect(runs).toBe(5);
});

test('work that goes on after a failed statement is never taken for committed', async () => {
  const clientId = v7() as ClientId;
  let runs = 0;
  const careless = scene.run(async (care) => {
    runs += 1;
    await addClient(care, clientId, 'Bruno Tasker');
    await addClient(care, clientId, 'Bruno Tasker').catch(() => undefined);
    return 'saved';
  });

  await expect(careless).rejects.toMatchObject({ name: 'StoreError', state: '25P02' });
  expect(runs).toBe(1);
  expect(await scene.run((care) => care.clients.find(clientId))).toBeNull();
});

test('a failed statement is reported without the values that were in it', async () => {
  const failing = inTransaction(
    subject(),
    (connection) =>
      connection.query(`insert into care.staff values ($1, $2, 'CANARY', 'CANARY', true, $3)`, [
        scene.practiceId,
        v7(),
        NOW,
      ]),
    deps(),
  );
  const error = await failing.catch((caught: unknown) => caught);
  expect(error).toMatchObject({ message: 'statement failed: 23514 (staff_role)' });
  expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain('CANARY');
});

/** Everything that the repositories send, as text. */
async function statementsOf(work: (watched: Scene) => Promise<void>): Promise<readonly string[]> {
  const texts: string[] = [];
  const { pool } = database.database;
  const watch = (connection: PoolClient) => {
    const query = connection.query.bind(connection) as (...args: unknown[]) => unknown;
    const spy = (...args: unknown[]) => {
      const [first] = args;
      const text = typeof first === 'string' ? first : (first as { text: string }).text;
      texts.push(text);
      return query(...args);
    };
    return Object.assign(Object.create(connection) as PoolClient, { query: spy });
  };
  const store = createStore({
    ...deps(),
    newId: v7,
    pool: Object.assign(Object.create(pool) as typeof pool, {
      connect: async () => watch(await pool.connect()),
    }),
  });
  await work({ ...scene, run: (inner) => store.inPractice(scene.at(NOW), inner) });
  return texts;
}

/** What is asked and written around silence, licences and settings. */
async function settle(care: CareRepositories, clientId: ClientId, staffId: StaffId): Promise<void> {
  await care.alerts.closedEvidence(clientId, ['M1']);
  const second = await care.alerts.apply(clientId, { ...opening(), rule: 'C1' }, 0);
  await care.alerts.snooze(second, staffId);
  await care.checkIns.ofClient(clientId);
  await care.checkIns.overdueOn('2026-11-20' as CalendarDate, 1);
  await care.checkIns.judgedOn(clientId, '2026-11-20' as CalendarDate);
  await care.licences.confirm('core10', termsRead(), staffId);
  await care.licences.standing();
  await care.licences.withdraw('core10', staffId);
  await care.ruleSettings.hold('toJudge');
  await care.ruleSettings.hold('toChange');
  await care.ruleSettings.add({ version: 1, rules: [] }, staffId);
  await care.ruleSettings.inForce();
}

test('every statement on clinical tables names the practice itself', async () => {
  const texts = await statementsOf(async ({ run, clientId, staffId }) => {
    await run(async (care) => {
      await respond(care, clientId, 3);
      const administrationId = await sendMeasure(care, clientId);
      await care.administrations.open(administrationId);
      await care.administrations.find(administrationId);
      await care.administrations.saveAnswer(administrationId, 1, 1);
      await care.responses.ofClient(clientId);
      await care.responses.firstBeyond(clientId, { 'phq-9': 1 });
      const alertId = await care.alerts.apply(clientId, opening(), 0);
      await care.alerts.holdOpenOf(clientId);
      await care.alerts.find(alertId);
      await care.responses.newestOf(clientId);
      await care.administrations.secondsAnswering(administrationId);
      await settle(care, clientId, staffId);
      await care.alerts.acknowledge(alertId, staffId, seenAs('notUseful'));
      await care.clients.find(clientId);
      await care.caseload.list(staffId);
      await care.caseload.identities(staffId);
      await care.caseload.has(staffId, clientId);
      await care.looks.mark(staffId, clientId, NOW);
      await care.looks.newestOf(clientId);
      await care.brief.ofClient(clientId, staffId, briefRead(clientId));
      await care.brief.ofRecord({ ehr: 'therapynotes', recordId: 'x' }, staffId);
      await care.brief.earlierOf(clientId, staffId);
      await care.audit.append(briefRead(clientId));
      await care.audit.ofClient(clientId);
      const entryId = await care.outbox.add('alertOpened', { alertId });
      await care.outbox.addAnew(administrationId, 'answer.waiting', { administrationId }, NOW);
      await care.administrations.leftWithRisk(1);
      await care.outbox.claim(1);
      await care.outbox.postpone(entryId, NOW);
      await care.outbox.done(entryId);
      await care.practice.read();
      await care.staff.find(staffId);
    });
  });

  const clinical = texts.filter((text) => /"?care"?\./.test(text));
  expect(clinical.length).toBeGreaterThan(25);
  const nameless = clinical.filter(
    (text) => !/practice_id"? = \$\d/.test(text) && !/^insert into .*practice_id/is.test(text),
  );
  expect(nameless).toEqual([]);
});

test('no session state: the only SET is local to a transaction', async () => {
  const texts = await statementsOf(async ({ run, clientId }) => {
    await run((care) => care.clients.find(clientId));
  });
  expect(texts.filter((text) => /\bset\b/i.test(text))).toEqual([
    `begin; set local app.practice = '${scene.practiceId}'`,
  ]);
});
