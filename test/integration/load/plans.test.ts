import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { PracticeId, StaffId } from '#shared/contracts/ids.ts';
import { fillPractice } from '#test/load/practice/history.ts';
import { scopeOf, startTestDatabase, type TestDatabase } from '#test/support/database.ts';

let database: TestDatabase;
const practiceId = v7() as PracticeId;
const staffId = v7() as StaffId;
const scope = scopeOf(practiceId, { actor: { kind: 'staff', staffId } });

beforeAll(async () => {
  database = await startTestDatabase();
  await database.store.inPractice(scope, async (care) => {
    await care.practice.create({ name: 'Cedar Practice', timeZone: 'America/Chicago' });
    await care.staff.add({ staffId, displayName: 'Ines Kwon', role: 'clinician', active: true });
  });
  const owner = { practiceId, staffId, now: scope.now };
  await fillPractice(database.asSuperuser, owner, { clients: 20, weeks: 300 });
  await database.asSuperuser('vacuum analyze');
});
afterAll(() => database.close());

/** How often the only connection of the pool has planned a statement for its values. */
async function plannedAnew(name: string): Promise<number> {
  const { rows } = await database.database.pool.query<{ custom_plans: string }>(
    'select custom_plans from pg_prepared_statements where name = $1',
    [name],
  );
  return Number(rows[0]?.custom_plans);
}

it('however long the histories, a connection keeps its plan of the brief after five trials', async () => {
  const record = { ehr: 'simplepractice', recordId: 'record-7' } as const;
  const responses: (number | undefined)[] = [];
  for (let count = 0; count < 15; count += 1) {
    const found = await database.store.inPractice(scope, (care) =>
      care.brief.ofRecord(record, staffId),
    );
    responses.push(found?.facts.responses.length);
  }

  expect(new Set(responses)).toEqual(new Set([50]));
  expect(await plannedAnew('brief-of-record')).toBe(5);
});

it('the same by client', async () => {
  const record = { ehr: 'simplepractice', recordId: 'record-20' } as const;
  const found = await database.store.inPractice(scope, (care) =>
    care.brief.ofRecord(record, staffId),
  );
  const clientId = found?.facts.client.clientId;
  if (clientId === undefined) throw new Error('the record is not linked');
  const event = { action: 'brief.read', clientId, subject: {} } as const;
  for (let count = 0; count < 15; count += 1) {
    await database.store.inPractice(scope, (care) => care.brief.ofClient(clientId, staffId, event));
  }
  expect(await plannedAnew('brief-of-client')).toBe(5);
});
