import type { SessionProof } from './signed-in.ts';

/** What the backend is told with. */
export interface GiveBackDependencies {
  readonly fetch: typeof globalThis.fetch;
  /** Milliseconds after which an answer is not waited for any more. */
  readonly timeoutMs: number;
}

/**
 * Gives a token back to the backend that issued it: from then on it is refused, whoever has a copy,
 * and the audit log has the end of the session. Nobody waits for it and it never fails: a backend
 * that is not there must keep nobody from signing out; there the token ends with its time.
 */
export async function giveBack(
  { fetch, timeoutMs }: GiveBackDependencies,
  { backend, token }: SessionProof,
): Promise<void> {
  try {
    await fetch(`${backend}/api/auth/sign-out`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      credentials: 'omit',
      cache: 'no-store',
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
  } catch {
    // Gone from this browser it is anyway.
  }
}
