import type { Client } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { operatorScope } from '#backend/care/deps.ts';
import { sendMeasure } from '#backend/care/send-measure.ts';
import { addDays, dateInZone, instantOf } from '#shared/contracts/calendar.ts';
import { startTestBackend, type TestBackend } from '#test/support/backend.ts';
import { withSuperuser } from '#test/support/database.ts';
import { aClient, aPractice, aStaffMember } from '#test/support/practice.ts';
import { until } from '#test/support/until.ts';

const DAY = 86_400_000;
const MANY = 6;

let backend: TestBackend;
let bystander: Client;
beforeAll(async () => {
  backend = await startTestBackend();
  bystander = withSuperuser(backend.database);
  await bystander.connect();
});
afterAll(async () => {
  await bystander.end();
  await backend.close();
});

/** How many of the application's transactions stand before a lock. */
async function standing(): Promise<number> {
  const rows = await backend.database.asSuperuser(
    `select from pg_stat_activity where usename = 'throughline_app' and wait_event_type = 'Lock'`,
  );
  return rows.length;
}

it('of many who send only one at the same moment, one does', async () => {
  const practiceId = await aPractice(backend);
  const clientId = await aClient(backend, practiceId, await aStaffMember(backend, practiceId));
  const now = instantOf(backend.clock.now);
  const sending = {
    clientId,
    instrumentId: 'phq9',
    dueOn: addDays(dateInZone(now, 'America/Chicago'), 3),
    expiresAt: instantOf(new Date(backend.clock.now.getTime() + 7 * DAY)),
    onlyOne: true,
  };
  await bystander.query('begin');
  await bystander.query('select from care.client where client_id = $1 for update', [clientId]);
  const sendings = Array.from({ length: MANY }, () =>
    sendMeasure(backend.care, operatorScope(backend.care, practiceId), sending),
  );
  await until('all of them wait in line', async () => (await standing()) === MANY);
  await bystander.query('rollback');
  const sent = await Promise.all(sendings);
  const refusals = sent.flatMap((one) => (one.ok ? [] : [one.refusal]));
  expect(refusals).toHaveLength(MANY - 1);
  expect(new Set(refusals)).toEqual(new Set(['stillOpen']));
});
