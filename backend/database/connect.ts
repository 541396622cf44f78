import { Client } from 'pg';
import { ok, type Result, refuse } from '#shared/contracts/result.ts';
import type { Login } from './login.ts';
import type { DatabaseRefusal } from './refusal.ts';

/** Runs work on one connection of its own and closes it. Refuses when there is no way in. */
export async function withConnection<T>(
  login: Login,
  work: (connection: Client) => Promise<T>,
): Promise<Result<T, DatabaseRefusal>> {
  const connection = new Client({ ...login, connectionTimeoutMillis: 10_000 });
  // The failing statement reports a lost connection; without a listener Node would exit.
  connection.on('error', () => undefined);
  try {
    await connection.connect();
  } catch (error) {
    await connection.end().catch(() => undefined);
    return refuse({ reason: 'unreachable', detail: codeOf(error) });
  }
  try {
    return ok(await work(connection));
  } finally {
    await connection.end();
  }
}

/** What went wrong, without the address and password that a message may quote. */
function codeOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') {
    return error.code;
  }
  return 'no answer';
}
