import { ok, type Result } from '#shared/contracts/result.ts';
import { type Counter, countTry } from './counted.ts';
import type { IdentityDeps } from './parts.ts';
import type { Pause } from './tries.ts';

/** A password that may be tried. */
export interface SignInTry {
  /** It was right: it counts as no guess, and its source is familiar from now on. */
  readonly succeeded: () => Promise<void>;
}

/**
 * Counts passwords by account, by source, and by both together. Guesses of strangers can't shut
 * somebody out where they are used to sign in: from a source that is familiar for an account only
 * the tries at that account from that source count. A source is null when it can't be known.
 */
export function createSignInTries({
  limits,
  fingerprint,
}: Pick<IdentityDeps, 'limits' | 'fingerprint'>) {
  return async (address: string, source: string | null): Promise<Result<SignInTry, Pause>> => {
    const account = fingerprint('address', address);
    const place = source === null ? null : fingerprint('source', source);
    const both = `${account}:${place ?? 'unknown'}`;
    const isFamiliar = place !== null && (await limits.familiar.has(both));
    const counters: Counter[] = [[limits.signInFromSource, both]];
    if (!isFamiliar) counters.push([limits.signInToAccount, account]);
    if (!isFamiliar && place !== null) counters.push([limits.signInBySource, place]);
    const counted = await countTry(counters);
    if (!counted.ok) return counted;
    return ok({
      async succeeded() {
        await counted.value.takeBack();
        if (place !== null) await limits.familiar.add(both);
      },
    });
  };
}
