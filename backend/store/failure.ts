import { DatabaseError } from 'pg';

/** SQLSTATEs after which the same transaction may well succeed: serialization, deadlock. */
const COLLISIONS = new Set(['40001', '40P01']);
/** SQLSTATEs of a server that is there but gave up waiting: lock timeout, cancelled statement. */
const GAVE_UP = new Set(['55P03', '57014']);
/** Node's codes of a connection that could not be made or broke off. */
const BROKEN = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND']);

/** A failed statement, told without any value that was in it. */
export class StoreError extends Error {
  /** SQLSTATE, such as `23505`; null when it did not come from the server. */
  readonly state: string | null;

  constructor(message: string, state: string | null) {
    super(message);
    this.name = 'StoreError';
    this.state = state;
  }
}

/** The failure itself, also when Drizzle wrapped it. */
function origin(error: unknown): unknown {
  return error instanceof Error && error.cause !== undefined ? origin(error.cause) : error;
}

/** Whether the transaction lost against another one and should run again. */
export function isRetryable(error: unknown): boolean {
  const cause = origin(error);
  return cause instanceof DatabaseError && COLLISIONS.has(cause.code ?? '');
}

/** Whether the server is there, but took too long over a lock or a statement. */
export function isOverburdened(error: unknown): boolean {
  const cause = origin(error);
  return cause instanceof DatabaseError && GAVE_UP.has(cause.code ?? '');
}

/** Whether the server is away, shutting down, starting, or has no connection left. */
export function isLost(error: unknown): boolean {
  const cause = origin(error);
  if (cause instanceof DatabaseError) {
    const state = cause.code ?? '';
    return state.startsWith('57P') || state.startsWith('08') || state.startsWith('53');
  }
  if (!(cause instanceof Error)) return false;
  const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
  return (
    BROKEN.has(code) ||
    /connection (error|terminated)|timeout exceeded|read timeout/i.test(cause.message)
  );
}

/**
 * The same failure without values: the server's detail, Drizzle's parameters and even the plain
 * message may quote what a client answered, and errors end up in logs.
 */
export function withoutValues(error: unknown): Error {
  const cause = origin(error);
  if (cause instanceof DatabaseError) {
    const where = cause.constraint ?? cause.table ?? 'no object named';
    return new StoreError(
      `statement failed: ${cause.code ?? 'unknown'} (${where})`,
      cause.code ?? null,
    );
  }
  if (isLost(cause)) return new StoreError('database not reachable', null);
  return cause instanceof Error ? cause : new StoreError('unknown failure', null);
}
