import { setTimeout as pause } from 'node:timers/promises';
import type { Pool, PoolClient } from 'pg';
import { AppError } from '#shared/contracts/errors.ts';
import { PracticeId } from '#shared/contracts/ids.ts';
import { isLost, isOverburdened, isRetryable, StoreError, withoutValues } from './failure.ts';

/** What a transaction needs besides its work. */
export interface TransactionDeps {
  readonly pool: Pool;
  /** Whether the server spreads tables over nodes. Then it needs the values to find the node. */
  readonly isCluster: boolean;
  /** Uniformly in [0, 1); spreads the retries of colliding transactions. */
  readonly random: () => number;
  /** Called when the server can't be reached, so that it can be looked after. */
  readonly onLost: () => void;
}

/**
 * How the statements of a transaction are planned. `kept`: a prepared one once for a connection,
 * whatever the values; for a long statement, which takes longer to plan than to run, and whose plan
 * is good for every client. `byValues`: as PostgreSQL sees fit.
 */
export type Planning = 'byValues' | 'kept';

/** What a transaction is about. */
export interface TransactionSubject {
  readonly practiceId: PracticeId;
  readonly planning: Planning;
}

/**
 * The server's settings in a transaction whose plans are `kept`.
 *
 * Estimated costs decide whether a plan is kept and whether it is compiled, and estimated rows how much
 * memory a recursive part takes before it has seen one. Those of a statement with recursive parts are a
 * thousandfold too high, so that both would be decided by chance, and nine tenths of the time would go
 * into clearing tables for millions of rows that never come.
 */
export const KEPT_SETTINGS = {
  plan_cache_mode: 'force_generic_plan',
  jit: 'off',
  work_mem: '512kB',
  hash_mem_multiplier: '1',
} as const;

const KEPT = Object.entries(KEPT_SETTINGS)
  .map(([name, value]) => `set local ${name} = '${value}'`)
  .join('; ');

/** Runs of one piece of work before the caller is told that the server is busy. */
const ATTEMPTS = 5;
/** The n-th retry waits up to n times this, in milliseconds. */
const RETRY_STEP = 20;
/** SQLSTATE of whatever is asked in a transaction after one of its statements failed. */
const IN_FAILED_TRANSACTION = '25P02';

/**
 * Runs work in one transaction that sees one practice. Colliding transactions are run again, so
 * the work must be re-runnable: no effect outside the transaction.
 * Throws AppError `busy` when it keeps colliding, waits too long, or the server can't be reached;
 * the outcome of a commit that was under way is then unknown, and a repeat must be recognised by
 * its ids.
 */
export async function inTransaction<T>(
  subject: TransactionSubject,
  work: (connection: PoolClient) => Promise<T>,
  deps: TransactionDeps,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await runOnce(subject, work, deps);
    } catch (error) {
      if (error instanceof AppError) throw error;
      if (isLost(error)) deps.onLost();
      const hopeless = isRetryable(error) && attempt >= ATTEMPTS;
      if (isLost(error) || isOverburdened(error) || hopeless) {
        throw new AppError('busy', withoutValues(error).message);
      }
      if (!isRetryable(error)) throw withoutValues(error);
      await pause(deps.random() * RETRY_STEP * attempt);
    }
  }
}

async function runOnce<T>(
  { practiceId, planning }: TransactionSubject,
  work: (connection: PoolClient) => Promise<T>,
  { pool, isCluster }: TransactionDeps,
): Promise<T> {
  // SET takes no bind parameter, hence a literal of a checked UUID. `set_config` would take one,
  // but is not forwarded to the nodes of a cluster.
  const practice = PracticeId.parse(practiceId);
  const connection = await pool.connect();
  let failed = true;
  let lost = false;
  try {
    const begin = `begin; set local app.practice = '${practice}'`;
    await connection.query(planning === 'kept' && !isCluster ? `${begin}; ${KEPT}` : begin);
    const result = await work(connection);
    const { command } = await connection.query('commit');
    // PostgreSQL answers COMMIT with ROLLBACK, and no error, when a statement had failed before and
    // the work went on all the same. Nothing of it is stored then.
    if (command !== 'COMMIT') {
      throw new StoreError('the work went on after a failed statement', IN_FAILED_TRANSACTION);
    }
    failed = false;
    return result;
  } catch (error) {
    lost = isLost(error);
    throw error;
  } finally {
    // A server that hangs would let the rollback wait as long as the statement did.
    const broken = lost || (failed && !(await rolledBack(connection)));
    connection.release(broken);
  }
}

/** Ends a failed transaction; false when the connection can't be used again. */
async function rolledBack(connection: PoolClient): Promise<boolean> {
  try {
    await connection.query('rollback');
    return true;
  } catch {
    return false;
  }
}
