import type { Client } from 'pg';
import type { DatabaseRefusal, RoleDanger } from './refusal.ts';

/** A session's own view: file, command line, role and database settings all count. */
const WEAK_SETTINGS = `
  select name, setting as value
  from pg_settings
  where name in ('fsync', 'full_page_writes', 'synchronous_commit') and setting = 'off'
  order by name`;

/** What the login is or may become by SET ROLE. */
const ROLE = `
  select
    bool_or(r.rolsuper) as superuser,
    bool_or(r.rolbypassrls) as bypasses,
    exists (
      select from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ('care', 'directory') and pg_has_role(session_user, c.relowner, 'MEMBER')
    ) as owns
  from pg_roles r
  where pg_has_role(session_user, r.oid, 'MEMBER')`;

/**
 * Looks at the database through the application's own login. Null when it may be served from: it
 * keeps what it acknowledges, and the login can't step around row security.
 */
export async function unfitness(application: Client): Promise<DatabaseRefusal | null> {
  const weak = await application.query<{ name: string; value: string }>(WEAK_SETTINGS);
  if (weak.rows.length > 0) return { reason: 'weakDurability', settings: weak.rows };
  const { rows } = await application.query<{
    superuser: boolean;
    bypasses: boolean;
    owns: boolean;
  }>(ROLE);
  const why: RoleDanger[] = [];
  for (const { superuser, bypasses, owns } of rows) {
    if (superuser) why.push('superuser');
    if (bypasses) why.push('bypassesRowSecurity');
    if (owns) why.push('ownsTables');
  }
  return why.length > 0 ? { reason: 'unsafeRole', why } : null;
}
