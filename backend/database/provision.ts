import type { Client } from 'pg';
import { DATABASE, ROLES } from './login.ts';

/** Limits of the application's sessions, kept with the role so that no session sets anything. */
const LIMITS = {
  statement_timeout: '10s',
  lock_timeout: '5s',
  idle_in_transaction_session_timeout: '30s',
};

/**
 * Makes the owner and application roles and the database on a server of our own: each part that is
 * missing, and only that. So an interrupted first start is finished wherever it stopped, and a
 * start that finds everything changes nothing, not even to the same.
 */
export async function provision(
  superuser: Client,
  applicationPassword: string,
  database: string = DATABASE,
): Promise<void> {
  if (!(await exists(superuser, 'pg_roles', 'rolname', ROLES.owner))) {
    await superuser.query(`create role ${ROLES.owner} nologin`);
  }
  if (!(await exists(superuser, 'pg_roles', 'rolname', ROLES.application))) {
    const password = superuser.escapeLiteral(applicationPassword);
    await superuser.query(
      `create role ${ROLES.application} login noinherit nosuperuser nobypassrls nocreatedb nocreaterole password ${password}`,
    );
  }
  await limitSessions(superuser);
  if (!(await exists(superuser, 'pg_database', 'datname', database))) {
    const name = superuser.escapeIdentifier(database);
    await superuser.query(`create database ${name} owner ${ROLES.owner}`);
  }
  await closeDatabase(superuser, database);
}

async function exists(
  superuser: Client,
  catalogue: 'pg_roles' | 'pg_database',
  column: 'rolname' | 'datname',
  name: string,
): Promise<boolean> {
  const text = `select from ${catalogue} where ${column} = $1`;
  return (await superuser.query(text, [name])).rows.length > 0;
}

/** Sets the limits that the role has none of; an operator's own values stay. */
async function limitSessions(superuser: Client): Promise<void> {
  const { rows } = await superuser.query<{ name: string }>(
    `select split_part(setting, '=', 1) as name
     from pg_db_role_setting s join pg_roles r on r.oid = s.setrole, unnest(s.setconfig) setting
     where r.rolname = $1 and s.setdatabase = 0`,
    [ROLES.application],
  );
  const set = new Set(rows.map(({ name }) => name));
  for (const [name, value] of Object.entries(LIMITS)) {
    if (set.has(name)) continue;
    await superuser.query(`alter role ${ROLES.application} set ${name} = '${value}'`);
  }
}

/** Lets the application connect, and nobody whom no role names. */
async function closeDatabase(superuser: Client, database: string): Promise<void> {
  const { rows } = await superuser.query<{ to: string; what: string }>(
    `select coalesce(r.rolname, 'public') as to, g.privilege_type as what
     from pg_database d
     cross join aclexplode(coalesce(d.datacl, acldefault('d', d.datdba))) g
     left join pg_roles r on r.oid = g.grantee
     where d.datname = $1`,
    [database],
  );
  const name = superuser.escapeIdentifier(database);
  if (rows.some(({ to }) => to === 'public')) {
    await superuser.query(`revoke all on database ${name} from public`);
  }
  if (!rows.some(({ to, what }) => to === ROLES.application && what === 'CONNECT')) {
    await superuser.query(`grant connect on database ${name} to ${ROLES.application}`);
  }
}
