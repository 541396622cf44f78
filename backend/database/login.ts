import type { ClientConfig } from 'pg';

/** How to reach a database: what `pg` needs, and nothing from the environment. */
export type Login = Pick<
  ClientConfig,
  'connectionString' | 'host' | 'port' | 'user' | 'password' | 'database'
>;

/** Role names. They are the same everywhere, because the migrations name them. */
export const ROLES = {
  /** Owns every table, runs migrations, has no login. */
  owner: 'throughline_owner',
  /** Serves requests. */
  application: 'throughline_app',
  /** Of embedded databases only. */
  superuser: 'throughline_super',
} as const;

/** The database's name where we make it. */
export const DATABASE = 'throughline';
