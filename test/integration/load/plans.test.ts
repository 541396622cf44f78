import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createStore } from '#backend/store/store.ts';
import { fillPractice } from '#test/load/practice/history.ts';
import { emptyPractice, type LoadedPractice, scopeIn } from '#test/load/practice/make-practice.ts';
import { startTestDatabase, type TestDatabase } from '#test/support/database.ts';

const RECORD = { ehr: 'simplepractice', recordId: 'record-7' } as const;

let database: TestDatabase;
let young: LoadedPractice;
let old: LoadedPractice;

/** A practice that has just begun, beside one with long histories. */
beforeAll(async () => {
  database = await startTestDatabase({ connections: 1 });
  young = await practiceOf(5);
  old = await practiceOf(300);
  await database.asSuperuser('vacuum analyze');
});
afterAll(() => database.close());

async function practiceOf(weeks: number): Promise<LoadedPractice> {
  const practice = await emptyPractice(database.store);
  const { now } = scopeIn(practice);
  await fillPractice(database.asSuperuser, { ...practice, now }, { clients: 20, weeks });
  return practice;
}

/** How often the only connection of the pool has planned a statement for its values. */
async function plannedAnew(name: string): Promise<number> {
  const { rows } = await database.database.pool.query<{ custom_plans: string }>(
    'select custom_plans from pg_prepared_statements where name = $1',
    [name],
  );
  return Number(rows[0]?.custom_plans);
}

it('whatever the histories, a connection plans the brief once for all clients', async () => {
  for (let count = 0; count < 10; count += 1) {
    for (const practice of [young, old]) {
      const found = await database.store.inPractice(
        scopeIn(practice),
        (care) => care.brief.ofRecord(RECORD, practice.staffId),
        'kept',
      );
      expect(found?.facts.responses).toHaveLength(practice === old ? 50 : 10);
      expect(found?.facts.earlier).toHaveLength(practice === old ? 552 : 0);
    }
  }
  expect(await plannedAnew('brief-of-record')).toBe(0);
});

it('the same by client; on a cluster, which needs the values, it may plan anew', async () => {
  const { staffId } = old;
  const scope = scopeIn(old);
  const found = await database.store.inPractice(scope, (care) =>
    care.brief.ofRecord(RECORD, staffId),
  );
  const clientId = found?.facts.client.clientId ?? expect.fail('the record is not linked');
  const event = { action: 'brief.read', clientId, subject: {} } as const;
  const { pool, onLost } = database.database;
  const onCluster = createStore({ pool, onLost, isCluster: true, newId: v7, random: () => 0 });
  for (const store of [database.store, onCluster]) {
    expect(await plannedAnew('brief-of-client')).toBe(store === onCluster ? 0 : Number.NaN);
    await store.inPractice(scope, (care) => care.brief.ofClient(clientId, staffId, event), 'kept');
  }
  expect(await plannedAnew('brief-of-client')).toBe(1);
});
