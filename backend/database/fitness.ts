import type { Client, Pool } from 'pg';
import type { DatabaseRefusal, RoleDanger, WeakSetting } from './refusal.ts';

/** A session's own view: file, command line, role and database settings all count. */
const WEAK_SETTINGS = `
  select name, setting as value
  from pg_settings
  where name in ('fsync', 'full_page_writes', 'synchronous_commit') and setting = 'off'
  order by name`;

/** Tables whose rows are only ever added. */
const KEPT_FOR_GOOD = `('answer', 'response', 'audit_event')`;

/** Each danger, and whether the login is in it, or could be after a SET ROLE to `r`. */
const DANGERS: Readonly<Record<RoleDanger, string>> = {
  superuser: 'r.rolsuper',
  bypassesRowSecurity: 'r.rolbypassrls',
  ownsTables: 'exists (select from tables t where t.relowner = r.oid)',
  // Whoever owns the database is in `pg_database_owner` by that alone.
  runsServer: `r.rolcreaterole or r.rolcreatedb or r.rolreplication
    or r.rolname like 'pg\\_%' and r.rolname <> 'pg_database_owner'`,
  altersHistory: `exists (
    select from tables t where t.schema = 'care' and (
      has_table_privilege(r.oid, t.oid, 'DELETE, TRUNCATE')
      or t.relname in ${KEPT_FOR_GOOD} and has_any_column_privilege(r.oid, t.oid, 'UPDATE')))`,
  reshapesTables: `exists (select from tables t where has_table_privilege(r.oid, t.oid, 'TRIGGER'))
    or exists (
      select from pg_namespace n
      where n.nspname in ('care', 'fleet', 'directory', 'migrations', 'public')
        and has_schema_privilege(r.oid, n.oid, 'CREATE'))`,
};

/** One row with a column for each danger. */
const ROLE = `
  with tables as (
    select c.oid, c.relname, c.relowner, n.nspname as schema
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('care', 'fleet', 'directory') and c.relkind in ('r', 'p'))
  select ${Object.entries(DANGERS)
    .map(([danger, is]) => `bool_or(${is}) as "${danger}"`)
    .join(', ')}
  from pg_roles r
  where pg_has_role(session_user, r.oid, 'MEMBER')`;

/**
 * Looks at the database through the application's own login. Null when it may be served from: it
 * keeps what it acknowledges, and the login may do no more than the migrations grant.
 */
export async function unfitness(application: Client): Promise<DatabaseRefusal | null> {
  const settings = await weakSettings(application);
  if (settings.length > 0) return { reason: 'weakDurability', settings };
  const { rows } = await application.query<Record<RoleDanger, boolean>>(ROLE);
  const why = Object.keys(DANGERS)
    .filter(isDanger)
    .filter((danger) => rows[0]?.[danger] === true);
  return why.length > 0 ? { reason: 'unsafeRole', why } : null;
}

/** Whether the server spreads tables over nodes, by the extension that does it. */
export async function isCluster(application: Client): Promise<boolean> {
  const { rows } = await application.query(`select from pg_extension where extname = 'citus'`);
  return rows.length > 0;
}

/** Settings with which the server would lose in a power cut what it acknowledged; none when fit. */
export async function weakSettings(
  application: Pick<Client, 'query'> | Pick<Pool, 'query'>,
): Promise<readonly WeakSetting[]> {
  const { rows } = await application.query<WeakSetting>(WEAK_SETTINGS);
  return rows;
}

function isDanger(name: string): name is RoleDanger {
  return Object.hasOwn(DANGERS, name);
}
