import type { Client } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { migrate, storeMigrations } from '#backend/database/migrations.ts';
import { provision } from '#backend/database/provision.ts';
import type { Instant } from '#shared/contracts/calendar.ts';
import { startTestDatabase, type TestDatabase, withSuperuser } from '#test/support/database.ts';

const BEFORE = '2026-11-20T18:58:00.000Z' as Instant;
const NOW = '2026-11-21T18:58:00.000Z' as Instant;
const TOKEN = 'aTokenAsItStoodThereInTheClear00';

let database: TestDatabase;
let old: Client;

beforeAll(async () => {
  database = await startTestDatabase();
  const admin = withSuperuser(database, 'postgres');
  await admin.connect();
  await provision(admin, 'not used', 'old');
  await admin.end();
  old = withSuperuser(database, 'old');
  await old.connect();
});
afterAll(async () => {
  await old.end();
  await database.close();
});

/** What a directory held when tokens and codes still stood in clear, with one of each open. */
const OPEN_SESSION = `
  insert into directory."user" values ('u', 'Dana Reyes', 'dana@elm-street.example', true, null,
    now(), now(), gen_random_uuid(), gen_random_uuid());
  insert into directory.session (id, user_id, token, expires_at, created_at, updated_at)
    values ('s', 'u', '${TOKEN}', now() + '12 hours', now(), now());
  insert into directory.device_code (id, device_code, user_code, status, expires_at)
    values ('d', '${TOKEN}', 'BCDF-GHJK', 'approved', now() + '10 minutes')`;

it('ends sessions and pairings that stood in clear, and keeps the accounts', async () => {
  const all = storeMigrations();
  const first = all.findIndex(({ name }) => name.startsWith('0003'));
  expect((await migrate(old, all.slice(0, first), BEFORE)).ok).toBe(true);
  await old.query(OPEN_SESSION);

  expect(await migrate(old, all, NOW)).toMatchObject({ ok: true });

  const { rows } = await old.query(
    `select (select count(*)::int from directory.session) as sessions,
       (select count(*)::int from directory.device_code) as pairings,
       (select count(*)::int from directory."user") as accounts`,
  );
  expect(rows).toEqual([{ sessions: 0, pairings: 0, accounts: 1 }]);
});
