import { type Client, DatabaseError } from 'pg';
import { PgBoss } from 'pg-boss';
import { ok, type Result, refuse } from '#shared/contracts/result.ts';
import { ROLES } from './login.ts';
import type { DatabaseRefusal } from './refusal.ts';

/** The schema of the job library's own tables. It holds ids of messages, and nothing about anybody. */
export const JOBS_SCHEMA = 'jobs';

/** The queue of messages that are to be looked at. */
export const DELIVERY_QUEUE = 'delivery';

/**
 * A job that its worker doesn't finish in two minutes is another's: the worker died. One that fails,
 * because the database was away, comes again three times; after that the rounds find the message.
 */
const TERMS = {
  // One waiting job a message; another may be at work, and the message's row decides between them.
  policy: 'short',
  expireInSeconds: 120,
  retryLimit: 3,
  retryDelay: 5,
  retryBackoff: true,
  deleteAfterSeconds: 3600,
  retentionSeconds: 86_400,
} as const;

/** What the application may do there: put, take and end jobs. It makes and alters nothing. */
const GRANTS = `
  grant usage on schema ${JOBS_SCHEMA} to ${ROLES.application};
  grant select on all tables in schema ${JOBS_SCHEMA} to ${ROLES.application};
  grant insert, update, delete on
    ${JOBS_SCHEMA}.job, ${JOBS_SCHEMA}.job_common, ${JOBS_SCHEMA}.job_dependency
    to ${ROLES.application};
  grant update on ${JOBS_SCHEMA}.queue, ${JOBS_SCHEMA}.version to ${ROLES.application};
  grant insert, delete on ${JOBS_SCHEMA}.warning to ${ROLES.application}`;

/**
 * Makes the job library's tables, or brings them up to date, as the owner. The library keeps its own
 * migrations and its own lock; what is there and current is left as it is.
 */
export async function prepareJobs(
  connection: Client,
  isCluster: boolean,
): Promise<Result<null, DatabaseRefusal>> {
  try {
    await connection.query(`set role ${ROLES.owner}`);
    await install(connection, isCluster);
    await connection.query(GRANTS);
    return ok(null);
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error;
    return refuse({ reason: 'migrationFailed', sqlstate: error.code ?? 'unknown' });
  }
}

async function install(connection: Client, isCluster: boolean): Promise<void> {
  const boss = new PgBoss({
    db: { executeSql: async (text, values) => connection.query(text, values) },
    schema: JOBS_SCHEMA,
    backend: isCluster ? 'citus' : 'postgres',
    supervise: false,
    schedule: false,
    registerInstance: false,
    openTelemetry: { enabled: false },
  });
  await boss.start();
  await boss.createQueue(DELIVERY_QUEUE, TERMS);
  await boss.stop({ close: false, graceful: false });
}
