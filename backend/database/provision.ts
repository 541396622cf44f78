import type { Client } from 'pg';
import { DATABASE, ROLES } from './login.ts';

/** Limits of the application's sessions, kept with the role so that no session sets anything. */
const LIMITS = {
  statement_timeout: '10s',
  lock_timeout: '5s',
  idle_in_transaction_session_timeout: '30s',
};

/**
 * Makes the owner and application roles and the database on a server of our own. What exists is
 * left as it is, so an interrupted first start is simply finished.
 */
export async function provision(
  superuser: Client,
  applicationPassword: string,
  database: string = DATABASE,
): Promise<void> {
  const exists = async (text: string, name: string) =>
    (await superuser.query(text, [name])).rows.length > 0;
  if (!(await exists('select 1 from pg_roles where rolname = $1', ROLES.owner))) {
    await superuser.query(`create role ${ROLES.owner} nologin`);
  }
  if (!(await exists('select 1 from pg_roles where rolname = $1', ROLES.application))) {
    const password = superuser.escapeLiteral(applicationPassword);
    const limits = Object.entries(LIMITS).map(
      ([name, value]) => `alter role ${ROLES.application} set ${name} = '${value}';`,
    );
    // Statements sent together are one transaction.
    await superuser.query(
      `create role ${ROLES.application} login noinherit nosuperuser nobypassrls nocreatedb nocreaterole password ${password}; ${limits.join(' ')}`,
    );
  }
  if (await exists('select 1 from pg_database where datname = $1', database)) return;
  const name = superuser.escapeIdentifier(database);
  await superuser.query(`create database ${name} owner ${ROLES.owner}`);
  await superuser.query(`revoke all on database ${name} from public`);
  await superuser.query(`grant connect on database ${name} to ${ROLES.application}`);
}
