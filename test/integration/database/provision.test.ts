import type { Client } from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { provision } from '#backend/database/provision.ts';
import { startTestDatabase, type TestDatabase, withSuperuser } from '#test/support/database.ts';

const NAME = 'provisioned';
const PASSWORD = 'of a test server only';

let database: TestDatabase;
let admin: Client;

beforeAll(async () => {
  database = await startTestDatabase();
  admin = withSuperuser(database, 'postgres');
  await admin.connect();
});
beforeEach(() => provision(admin, PASSWORD, NAME));
afterAll(async () => {
  await admin.end();
  await database.close();
});

/** Everything that provisioning writes, with the transaction that wrote it. */
async function written(): Promise<readonly unknown[]> {
  const { rows } = await admin.query(
    `select xmin::text, rolname::text as what, null as acl from pg_authid
     where rolname like 'throughline%'
     union all select xmin::text, datname::text, datacl::text from pg_database where datname = $1
     union all select xmin::text, setrole::text,
       array(select unnest(setconfig) order by 1)::text from pg_db_role_setting
     order by 2`,
    [NAME],
  );
  expect(rows.length).toBeGreaterThanOrEqual(5);
  return rows;
}

/** The same without the transactions. */
async function standing(): Promise<readonly unknown[]> {
  return (await written()).map((row) => ({ ...(row as object), xmin: '' }));
}

test('a start that finds everything in its place writes nothing', async () => {
  const before = await written();
  await provision(admin, PASSWORD, NAME);
  expect(await written()).toEqual(before);
});

test.each([
  `revoke connect on database ${NAME} from throughline_app`,
  `grant connect, temporary on database ${NAME} to public`,
  'alter role throughline_app reset lock_timeout',
  'alter role throughline_app reset all',
  `drop database ${NAME}`,
])('what a first start left undone is done by the next: %s', async (missing) => {
  const before = await standing();
  await admin.query(missing);
  expect(await standing().catch(() => [])).not.toEqual(before);
  await provision(admin, PASSWORD, NAME);
  expect(await standing()).toEqual(before);
});

test('limits that an operator has chosen stay', async () => {
  await admin.query(`alter role throughline_app set statement_timeout = '7s'`);
  await provision(admin, PASSWORD, NAME);
  const { rows } = await admin.query<{ limits: readonly string[] }>(
    `select setconfig as limits from pg_db_role_setting
     where setrole = 'throughline_app'::regrole`,
  );
  expect(rows[0]?.limits).toContain('statement_timeout=7s');
});

test('nobody but the application and the owner may connect', async () => {
  await admin.query('create role stranger login');
  const { rows } = await admin.query(
    `select has_database_privilege('stranger', $1, 'connect') as stranger,
       has_database_privilege('throughline_app', $1, 'connect') as application,
       has_database_privilege('throughline_app', $1, 'create') as creates`,
    [NAME],
  );
  expect(rows).toEqual([{ stranger: false, application: true, creates: false }]);
});
