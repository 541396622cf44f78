import type { Pool } from 'pg';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';

/** Something that may not be tried again yet. */
export interface Pause {
  /** Seconds until the next try, at least 1. */
  readonly seconds: number;
  /** True for the first refusal of this pause: the one that is worth writing down. */
  readonly begins: boolean;
}

/** Counts tries under keys: fingerprints of accounts, of sources, or of both. */
export interface TryLimit {
  /** Counts one try; null when it may be made. */
  readonly count: (key: string) => Promise<Pause | null>;
  /** Takes one back that turned out not to be a guess. */
  readonly takeBack: (key: string) => Promise<void>;
}

/**
 * How many tries in how many seconds. The time runs from the first try and is not prolonged by
 * those that are refused, so no limit shuts anybody out for longer than that.
 */
const LIMITS = {
  /** Passwords for one account from one source: a person who mistypes. */
  signInFromSource: { points: 10, duration: 15 * 60 },
  /** Passwords for one account from everywhere: a guess that is spread over many machines. */
  signInToAccount: { points: 30, duration: 15 * 60 },
  /** Passwords for all accounts from one source: one guess tried on everybody. */
  signInBySource: { points: 50, duration: 15 * 60 },
  /** Pairings begun from one source; a practice may have forty browsers behind one address. */
  startPairing: { points: 120, duration: 5 * 60 },
  /** User codes decided on by one account. */
  decideByAccount: { points: 20, duration: 10 * 60 },
  /** User codes decided on from one source. */
  decideBySource: { points: 60, duration: 10 * 60 },
  /**
   * Birth dates for one link, wrong ones: the link closes with the next one. Longer than any link
   * lives, since some 30,000 days of birth are soon tried when the count begins anew.
   */
  birthDateOfLink: { points: 5, duration: 70 * 24 * 60 * 60 },
  /** Reports of browsers by one person, in all of their sessions; each browser sends four a day. */
  reportHealth: { points: 30, duration: 60 * 60 },
} as const satisfies Record<string, { points: number; duration: number }>;

/** How long a source is remembered from which an account was signed in, in seconds: 30 days. */
const FAMILIAR_FOR = 30 * 24 * 60 * 60;

/** The limits of what can be guessed or flooded. */
export interface TryLimits extends Readonly<Record<keyof typeof LIMITS, TryLimit>> {
  /** Sources from which an account was signed in lately. */
  readonly familiar: {
    readonly has: (key: string) => Promise<boolean>;
    readonly add: (key: string) => Promise<void>;
  };
}

/** Limits that are kept in the directory, so that every backend process counts together. */
export function createTryLimits(pool: Pool): TryLimits {
  const limiter = (keyPrefix: string, points: number, duration: number) =>
    new RateLimiterPostgres({
      points,
      duration,
      keyPrefix,
      storeClient: pool,
      storeType: 'pool',
      schemaName: 'directory',
      tableName: 'rate_limit',
      // The application's role may not create tables; the migrations did.
      tableCreated: true,
      // Expired counters are pruned with everything else that expires.
      clearExpiredByTimeout: false,
    });
  const limit = (name: keyof typeof LIMITS) =>
    tryLimit(limiter(name, LIMITS[name].points, LIMITS[name].duration));
  const familiar = limiter('familiar', 1, FAMILIAR_FOR);
  return {
    signInFromSource: limit('signInFromSource'),
    signInToAccount: limit('signInToAccount'),
    signInBySource: limit('signInBySource'),
    startPairing: limit('startPairing'),
    decideByAccount: limit('decideByAccount'),
    decideBySource: limit('decideBySource'),
    birthDateOfLink: limit('birthDateOfLink'),
    reportHealth: limit('reportHealth'),
    familiar: {
      has: async (key) => (await familiar.get(key)) !== null,
      add: async (key) => void (await familiar.set(key, 1, FAMILIAR_FOR)),
    },
  };
}

function tryLimit(limiter: RateLimiterPostgres): TryLimit {
  return {
    async count(key) {
      try {
        await limiter.consume(key);
        return null;
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal;
        const { msBeforeNext, consumedPoints } = refusal;
        return {
          seconds: Math.max(1, Math.ceil(msBeforeNext / 1000)),
          begins: consumedPoints === limiter.points + 1,
        };
      }
    },
    takeBack: async (key) => void (await limiter.reward(key)),
  };
}
