import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestDatabase, type TestDatabase } from '#test/support/database.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await startTestDatabase();
});
afterAll(() => database.close());

/**
 * All that the application's role may do in the directory. `update` names columns: a session can't
 * be given to somebody else, an address or a password can't be replaced, and nothing of
 * better-auth's that is not used can be touched.
 */
const RIGHTS: Readonly<Record<string, readonly string[]>> = {
  account: ['insert', 'select'],
  delivery_beat: ['insert', 'select', 'update beat_at'],
  device_code: [
    'delete',
    'insert',
    'select',
    'update last_polled_at',
    'update status',
    'update user_id',
  ],
  portal_link: ['insert', 'select', 'update expires_at', 'update revoked_at'],
  practice: ['insert', 'select'],
  rate_limit: ['delete', 'insert', 'select', 'update expire', 'update points'],
  session: ['delete', 'insert', 'select'],
  user: ['insert', 'select'],
  verification: [],
};

it('gives the application the rights it uses on accounts, column by column, and no more', async () => {
  const rows = await database.asSuperuser<{ name: string; may: readonly string[] }>(
    `select t.relname as name, array(
       select lower(p.name) from unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE',
         'REFERENCES', 'TRIGGER', 'MAINTAIN']) as p (name)
       where has_table_privilege('throughline_app', t.oid, p.name)
       union all
       select 'update ' || a.attname from pg_attribute a
       where a.attrelid = t.oid and a.attnum > 0
         and has_column_privilege('throughline_app', t.oid, a.attnum, 'UPDATE')
       order by 1) as may
     from pg_class t
     where t.relnamespace = 'directory'::regnamespace and t.relkind = 'r'`,
  );
  expect(Object.fromEntries(rows.map(({ name, may }) => [name, may]))).toEqual(RIGHTS);
});
