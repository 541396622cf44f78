import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, type QueryResultRow } from 'pg';
import { v7 } from 'uuid';
import { type Database, openDatabase, type PoolLimits } from '#backend/database/database.ts';
import { ROLES } from '#backend/database/login.ts';
import { createStore, type Scope, type Store } from '#backend/store/store.ts';
import { type Instant, instantOf } from '#shared/contracts/calendar.ts';
import type { PracticeId } from '#shared/contracts/ids.ts';

/** A database of one test file's own: a real PostgreSQL, migrated, empty. */
export interface TestDatabase {
  readonly store: Store;
  readonly database: Database;
  /** The embedded server's directory. */
  readonly directory: string;
  /** Runs a statement past every fence, as the superuser: to look, or to plant what can't be. */
  readonly asSuperuser: <Row extends QueryResultRow>(
    text: string,
    values?: readonly unknown[],
  ) => Promise<readonly Row[]>;
  /** Stops the server and removes its files. */
  readonly close: () => Promise<void>;
}

/** Starts one. Call in `beforeAll`, and `close` in `afterAll`. */
export async function startTestDatabase(limits: Partial<PoolLimits> = {}): Promise<TestDatabase> {
  const directory = newDirectory();
  const opened = await openDatabase({ kind: 'embedded', directory }, instantOf(new Date()), limits);
  if (!opened.ok) throw new Error(`no test database: ${JSON.stringify(opened.refusal)}`);
  const database = opened.value;
  const { pool, isCluster, onLost } = database;
  const superuser = withSuperuser({ database, directory });
  await superuser.connect();
  superuser.on('error', () => undefined);
  return {
    store: createStore({ pool, isCluster, onLost, newId: v7, random: Math.random }),
    database,
    directory,
    asSuperuser: async <Row extends QueryResultRow>(
      text: string,
      values: readonly unknown[] = [],
    ) => (await superuser.query<Row>(text, [...values])).rows,
    close: async () => {
      await superuser.end();
      await database.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** A scope of the system itself, for setting a scene. */
export function scopeOf(
  practiceId: PracticeId,
  over: Partial<Omit<Scope, 'practiceId'>> = {},
): Scope {
  const now = '2026-11-20T18:58:00.000Z' as Instant;
  return { practiceId, actor: { kind: 'system', name: 'test' }, requestId: 'test', now, ...over };
}

/** A directory that a server running as an unprivileged user can enter. */
export function newDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'tl-'));
  chmodSync(directory, 0o711);
  return directory;
}

/** Addresses of the test server, as somebody's own server would be configured. */
export function urlsOf({ database, directory }: Pick<TestDatabase, 'database' | 'directory'>) {
  const { host, port, database: name } = database.pool.options;
  const query = new URLSearchParams({ host: host ?? '', port: String(port) }).toString();
  const { application, superuser } = secretsIn(directory);
  const urlOf = (user: string, password: string) =>
    `postgresql://${user}:${password}@/${name}?${query}`;
  return {
    application: urlOf(ROLES.application, application),
    superuser: urlOf(ROLES.superuser, superuser),
  };
}

function secretsIn(directory: string): {
  readonly application: string;
  readonly superuser: string;
} {
  const secrets: unknown = JSON.parse(readFileSync(join(directory, 'secrets.json'), 'utf8'));
  return secrets as { application: string; superuser: string };
}

/** A connection, not yet open, of the superuser to a database of the test server. */
export function withSuperuser(
  { database, directory }: Pick<TestDatabase, 'database' | 'directory'>,
  name = database.pool.options.database,
): Client {
  const { host, port } = database.pool.options;
  const { superuser } = secretsIn(directory);
  return new Client({ host, port, database: name, user: ROLES.superuser, password: superuser });
}
