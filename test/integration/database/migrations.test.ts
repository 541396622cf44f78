import type { Client } from 'pg';
import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Migration, migrate, storeMigrations } from '#backend/database/migrations.ts';
import { provision } from '#backend/database/provision.ts';
import { refusalText } from '#backend/database/refusal.ts';
import type { Instant } from '#shared/contracts/calendar.ts';
import { chartRequest } from '#shared/update/request.ts';
import { startTestDatabase, type TestDatabase, withSuperuser } from '#test/support/database.ts';

const NOW = '2026-11-20T18:58:00.000Z' as Instant;
let database: TestDatabase;
const open: Client[] = [];

beforeAll(async () => {
  database = await startTestDatabase();
});
afterAll(async () => {
  await Promise.all(open.map((connection) => connection.end()));
  await database.close();
});

/** A fresh database on the test server, and connections that may migrate it. */
async function fresh(name: string, connections: number): Promise<readonly Client[]> {
  const [admin] = await connect('postgres', 1);
  if (admin === undefined) throw new Error('no connection');
  await provision(admin, 'not used', name);
  return connect(name, connections);
}

async function connect(name: string, count: number): Promise<readonly Client[]> {
  const made = Array.from({ length: count }, () => withSuperuser(database, name));
  open.push(...made);
  await Promise.all(made.map((connection) => connection.connect()));
  return made;
}

test('two backends that start at once migrate once', async () => {
  const connections = await fresh('raced', 4);

  const results = await Promise.all(
    connections.map((connection) => migrate(connection, storeMigrations(), NOW)),
  );

  const ran = results.map((result) => (result.ok ? result.value.length : Number.NaN));
  expect(ran.toSorted((one, other) => one - other)).toEqual([0, 0, 0, storeMigrations().length]);
});

test('a migration that fails leaves nothing behind', async () => {
  const [connection] = await fresh('failing', 1);
  if (connection === undefined) throw new Error('no connection');
  const broken: Migration = { name: '9999_broken', sql: 'create table care.half (x int); oops' };

  const refused = await migrate(connection, [...storeMigrations(), broken], NOW);
  // 42601: syntax error.
  expect(refused).toMatchObject({ refusal: { reason: 'migrationFailed', sqlstate: '42601' } });

  const { rows } = await connection.query(`select 1 from pg_namespace where nspname = 'care'`);
  expect(rows).toEqual([]);
});

test('a database of another owner is refused with words that say what to do', async () => {
  const [connection] = await fresh('not_ours', 1);
  if (connection === undefined) throw new Error('no connection');
  await connection.query('alter database not_ours owner to current_user');
  await connection.query('revoke all on database not_ours from public, throughline_owner');

  const refused = await migrate(connection, storeMigrations(), NOW);

  // 42501: insufficient privilege.
  expect(refused).toMatchObject({ refusal: { reason: 'migrationFailed', sqlstate: '42501' } });
  expect(refused.ok || refusalText(refused.refusal)).toContain('Make throughline_owner the owner');
});

test('alerts of before keep what they were judged by: rules without anything to set', async () => {
  const [connection] = await fresh('with_alerts', 1);
  if (connection === undefined) throw new Error('no connection');
  const before = storeMigrations().filter(({ name }) => name < '0004');
  await migrate(connection, before, NOW);
  const [practice, client, alert] = [v7(), v7(), v7()];
  await connection.query(`insert into care.practice values ($1, 'Elm', 'UTC', $2)`, [
    practice,
    NOW,
  ]);
  await connection.query(
    `insert into care.client values ($1, $2, 'Jordan Avery', '{}', '1991-03-14', '2026-01-07', true, $3)`,
    [practice, client, NOW],
  );
  await connection.query(
    `insert into care.alert values
       ($1, $2, $3, 'C1', 1, 'phq9', 'review', 'open', $4, $4, '[]', null, null, null, null, null)`,
    [practice, alert, client, NOW],
  );

  const migrated = await migrate(connection, storeMigrations(), NOW);
  expect(migrated.ok).toBe(true);
  const { rows } = await connection.query(
    'select parameters, settings_version, snoozed_at from care.alert',
  );
  expect(rows).toEqual([{ parameters: {}, settings_version: 0, snoozed_at: null }]);
});

test('insertions of before were asked for as a chart usually is', async () => {
  const [connection] = await fresh('with_insertions', 1);
  if (connection === undefined) throw new Error('no connection');
  const before = storeMigrations().filter(({ name }) => name < '0008');
  await migrate(connection, before, NOW);
  const [practice, client, staff] = [v7(), v7(), v7()];
  await connection.query(`insert into care.practice values ($1, 'Elm', 'UTC', $2)`, [
    practice,
    NOW,
  ]);
  await connection.query(
    `insert into care.staff values ($1, $2, 'Dr. Sam Okafor', 'clinician', true, $3)`,
    [practice, staff, NOW],
  );
  await connection.query(
    `insert into care.client
       (practice_id, client_id, display_name, other_names, birth_date, in_care_since, active, created_at)
     values ($1, $2, 'Jordan Avery', '{}', '1991-03-14', '2026-01-07', true, $3)`,
    [practice, client, NOW],
  );
  await connection.query(
    `insert into care.insertion
       (practice_id, insertion_id, client_id, staff_id, ehr, shape, brief_as_of, parts, outcome,
        recorded_at, body_hash)
     values ($1, $2, $3, $4, 'simplepractice', 'soap', $5, '[]', '{"status":"exact"}', $5, 'x')`,
    [practice, v7(), client, staff, NOW],
  );

  const migrated = await migrate(connection, storeMigrations(), NOW);
  expect(migrated.ok).toBe(true);
  const { rows } = await connection.query(
    `select shape, audience, length, language, session_on as "sessionOn",
       assessment_line as "assessmentLine"
     from care.insertion`,
  );
  expect(rows).toEqual([chartRequest('soap')]);
});

test('an edited migration, and one from the future, are refused', async () => {
  const [connection] = await fresh('differing', 1);
  if (connection === undefined) throw new Error('no connection');
  const [first, ...rest] = storeMigrations();
  if (first === undefined) throw new Error('no migrations');
  await migrate(connection, storeMigrations(), NOW);

  const edited = await migrate(connection, [{ ...first, sql: '--' }, ...rest], NOW);
  expect(edited).toEqual({
    ok: false,
    refusal: { reason: 'migrationsDiffer', migration: first.name, how: 'edited' },
  });
  const older = await migrate(connection, rest, NOW);
  expect(older).toEqual({
    ok: false,
    refusal: { reason: 'migrationsDiffer', migration: first.name, how: 'unknownHere' },
  });
});

test('names that links confirmed leave the client, in every practice, and that is recorded', async () => {
  const [connection] = await fresh('named', 1);
  if (connection === undefined) throw new Error('no connection');
  const cut = storeMigrations().findIndex(({ name }) => name.startsWith('0004_'));
  await migrate(connection, storeMigrations().slice(0, cut), NOW);
  const practices = [v7(), v7()];
  const clients = new Map(practices.map((practiceId) => [practiceId, v7()]));
  for (const [practiceId, clientId] of clients) await plantNames(connection, practiceId, clientId);

  await migrate(connection, storeMigrations(), NOW);

  const { rows: names } = await connection.query(
    'select client_id, other_names from care.client where cardinality(other_names) > 0',
  );
  expect(new Set(names)).toEqual(
    new Set([...clients.values()].map((id) => ({ client_id: id, other_names: ['Given Name'] }))),
  );
  const { rows: recorded } = await connection.query(
    'select practice_id, client_id, action from care.audit_event',
  );
  const action = 'client.linkNamesRemoved';
  expect(new Set(recorded)).toEqual(
    new Set([...clients].map(([practice_id, client_id]) => ({ practice_id, client_id, action }))),
  );
});

/** A client with a name that was given, and two that links confirmed: one in force, one ended. */
async function plantNames(connection: Client, practiceId: string, clientId: string) {
  const staffId = v7();
  const plant = (table: string, ...values: readonly unknown[]) =>
    connection.query(
      `insert into ${table} values (${values.map((_, place) => `$${place + 1}`).join(', ')})`,
      [...values],
    );
  const names = ['Ended', 'Given Name', 'In Force'];
  const bond = (recordId: string, name: string) =>
    [practiceId, v7(), 'simplepractice', recordId, clientId, name, staffId, NOW] as const;
  await plant('directory.practice', practiceId, NOW);
  await plant('care.practice', practiceId, 'Elm Street', 'America/Chicago', NOW);
  await plant('care.staff', practiceId, staffId, 'Ines Kwon', 'clinician', true, NOW);
  const born = '1979-06-11';
  await plant('care.client', practiceId, clientId, 'Beth Lee', names, born, born, true, NOW);
  await plant('care.client', practiceId, v7(), 'Sam Okafor', [], born, born, true, NOW);
  await plant('care.ehr_link', ...bond('r1', 'In Force'));
  await plant('care.ehr_link', ...bond('r2', 'Ended'), staffId, NOW);
}

test('the committed SQL is what the schema in code says', async () => {
  const rows = await database.asSuperuser<{ name: string }>(
    `select schemaname || '.' || tablename as name from pg_tables
     where schemaname in ('care', 'directory', 'fleet') order by 1`,
  );
  const { getTableConfig, PgTable } = await import('drizzle-orm/pg-core');
  const { is } = await import('drizzle-orm');
  const schema = await import('#backend/store/schema.ts');
  const tables = Object.values<unknown>(schema)
    .filter((value) => is(value, PgTable))
    .map((table) => getTableConfig(table));
  expect(tables.map((table) => `${table.schema}.${table.name}`).toSorted()).toEqual(
    rows.map(({ name }) => name),
  );
  for (const table of tables) {
    const columns = await database.asSuperuser<{ name: string; nullable: boolean }>(
      `select attname as name, not attnotnull as nullable from pg_attribute
       where attrelid = $1::regclass and attnum > 0 order by attname`,
      [`${table.schema}.${table.name}`],
    );
    const wanted = table.columns
      .map((column) => ({ name: column.name, nullable: !column.notNull }))
      .toSorted((one, other) => (one.name < other.name ? -1 : 1));
    expect(columns, table.name).toEqual(wanted);
  }
});
