import { Pool } from 'pg';
import type { Instant } from '#shared/contracts/calendar.ts';
import { ok, type Result, refuse } from '#shared/contracts/result.ts';
import type { Backing } from './backing.ts';
import { withConnection } from './connect.ts';
import { openEmbedded } from './embedded.ts';
import { isCluster, unfitness } from './fitness.ts';
import { prepareJobs } from './job-schema.ts';
import type { Login } from './login.ts';
import { migrate, storeMigrations } from './migrations.ts';
import type { DatabaseRefusal } from './refusal.ts';

/** Which database to use. */
export type DatabaseConfig =
  /** A server of our own, with its files in this directory. */
  | { readonly kind: 'embedded'; readonly directory: string }
  /** Somebody's server. */
  | {
      readonly kind: 'server';
      /** Login of a member of `throughline_app`. */
      readonly url: string;
      /** Login of a member of `throughline_owner`, for migrations only. */
      readonly ownerUrl: string;
      /** Past a pooler that lends connections by transaction; default `url`. */
      readonly listenUrl?: string;
    };

/** A database that may be served from. */
export interface Database {
  /** Connections of the application's role. */
  readonly pool: Pool;
  /** A few more of them, for messages: whatever holds all of the pool holds no alert up. */
  readonly reserved: Pool;
  /** How such a connection is made, for what keeps its own. */
  readonly login: Login;
  /** How the one connection that listens is made. */
  readonly listener: Login;
  /** Whether the server spreads tables over nodes (Citus). */
  readonly isCluster: boolean;
  /** To be called when a connection was lost: brings an embedded server back. */
  readonly onLost: () => void;
  /** Migrations that were run just now. */
  readonly migrated: readonly string[];
  /** Process id of an embedded server; null when it is down or somebody else's. */
  readonly serverPid: () => number | null;
  /** Ends the connections, stops an embedded server and frees its directory. Idempotent. */
  readonly close: () => Promise<void>;
}

/** How much is asked of the server, and how long it is waited for. */
export interface PoolLimits {
  /** Most connections at a time. */
  readonly connections: number;
  /** Longest wait for a connection, in milliseconds. */
  readonly connectWithin: number;
  /**
   * Longest wait for the answer to one statement, in milliseconds. A server that hangs without
   * closing its connections must not hold requests for ever.
   */
  readonly answerWithin: number;
}

/** Longer than the limits of the role (10 seconds a statement): a live server ends it by itself. */
const LIMITS: PoolLimits = { connections: 20, connectWithin: 5_000, answerWithin: 15_000 };

/** Connections that are kept for messages. */
const RESERVED = 3;

/**
 * Opens the database: starts or finds the server, migrates, and looks whether it may be served
 * from. Everything that can be wrong with it is a refusal.
 */
export async function openDatabase(
  config: DatabaseConfig,
  now: Instant,
  limits: Partial<PoolLimits> = {},
): Promise<Result<Database, DatabaseRefusal>> {
  const backing = config.kind === 'embedded' ? await openEmbedded(config, now) : ok(remote(config));
  if (!backing.ok) return backing;
  let usable = false;
  try {
    const opened = await openOn(backing.value, now, { ...LIMITS, ...limits });
    usable = opened.ok;
    return opened;
  } finally {
    if (!usable) await backing.value.close();
  }
}

async function openOn(
  backing: Backing,
  now: Instant,
  limits: PoolLimits,
): Promise<Result<Database, DatabaseRefusal>> {
  const migrated = await withConnection(backing.owner, async (owner) => {
    const tables = await migrate(owner, storeMigrations(), now);
    if (!tables.ok) return tables;
    const jobs = await prepareJobs(owner, await isCluster(owner));
    return jobs.ok ? tables : jobs;
  });
  if (!migrated.ok) return migrated;
  if (!migrated.value.ok) return migrated.value;
  const looked = await withConnection(backing.application, async (application) => ({
    unfit: await unfitness(application),
    isCluster: await isCluster(application),
  }));
  if (!looked.ok) return looked;
  if (looked.value.unfit !== null) return refuse(looked.value.unfit);
  const pool = openPool(backing, limits);
  const reserved = openPool(backing, { ...limits, connections: RESERVED });
  return ok({
    pool,
    reserved,
    login: backing.application,
    listener: backing.listener,
    isCluster: looked.value.isCluster,
    onLost: backing.onLost,
    migrated: migrated.value.value,
    serverPid: backing.serverPid,
    close: once(async () => {
      await Promise.all([pool.end(), reserved.end()]);
      await backing.close();
    }),
  });
}

/** The same ending for everybody who asks for it. */
function once(end: () => Promise<void>): () => Promise<void> {
  let ending: Promise<void> | null = null;
  return () => {
    ending ??= end();
    return ending;
  };
}

/**
 * Connections of the application. A broken one, idle or at work, is told to `onLost`; a connection
 * that nobody listens to would end the process.
 */
function openPool(backing: Backing, limits: PoolLimits): Pool {
  const pool = new Pool({
    ...backing.application,
    max: limits.connections,
    connectionTimeoutMillis: limits.connectWithin,
    query_timeout: limits.answerWithin,
    keepAlive: true,
    // Keeps the process from waiting on connections that nobody uses.
    allowExitOnIdle: true,
  });
  pool.on('connect', (connection) => connection.on('error', backing.onLost));
  pool.on('error', backing.onLost);
  return pool;
}

/** A server that others look after. */
function remote(config: Extract<DatabaseConfig, { kind: 'server' }>): Backing {
  return {
    application: { connectionString: config.url },
    listener: { connectionString: config.listenUrl ?? config.url },
    owner: { connectionString: config.ownerUrl },
    onLost: () => undefined,
    serverPid: () => null,
    close: async () => undefined,
  };
}
