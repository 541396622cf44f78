import type { Pool } from 'pg';
import {
  type RateLimiterAbstract,
  RateLimiterPostgres,
  RateLimiterRes,
} from 'rate-limiter-flexible';

/** Counts one try; false when the key has none left for now. */
export type TryLimit = (key: string) => Promise<boolean>;

/** The limits of what can be guessed or flooded. */
export interface TryLimits {
  /** Passwords for one account. */
  readonly signIn: TryLimit;
  /** Pairings begun from one address. */
  readonly startPairing: TryLimit;
  /** User codes decided on by one account. */
  readonly decidePairing: TryLimit;
}

/** How many tries in how many seconds. */
const LIMITS = {
  signIn: { points: 10, duration: 15 * 60 },
  startPairing: { points: 30, duration: 5 * 60 },
  decidePairing: { points: 20, duration: 10 * 60 },
} as const satisfies Record<keyof TryLimits, { points: number; duration: number }>;

/** Limits that are kept in the directory, so that every backend process counts together. */
export function createTryLimits(pool: Pool): TryLimits {
  const limit = (name: keyof TryLimits) =>
    tryLimit(
      new RateLimiterPostgres({
        ...LIMITS[name],
        keyPrefix: name,
        storeClient: pool,
        storeType: 'pool',
        schemaName: 'directory',
        tableName: 'rate_limit',
        // The application's role may not create tables; the migrations did.
        tableCreated: true,
        clearExpiredByTimeout: true,
      }),
    );
  return {
    signIn: limit('signIn'),
    startPairing: limit('startPairing'),
    decidePairing: limit('decidePairing'),
  };
}

function tryLimit(limiter: RateLimiterAbstract): TryLimit {
  return async (key) => {
    try {
      await limiter.consume(key);
      return true;
    } catch (refusal) {
      if (refusal instanceof RateLimiterRes) return false;
      throw refusal;
    }
  };
}
