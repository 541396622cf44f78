import type { Logger } from 'pino';
import type { Store } from '#backend/store/store.ts';
import type { Chore } from '#backend/upkeep.ts';
import type { Instant } from '#shared/contracts/calendar.ts';

/** Most rows of a table that go in one statement, so that none holds others up. */
const BATCH = 500;

/** Most statements in a row; what is left waits for the next round. */
const STATEMENTS = 200;

/** What was tried at addresses that nobody has. */
export interface Strangers {
  /** Counts one refused sign-in. */
  readonly count: () => void;
  /** How many since the last call. */
  readonly collect: () => number;
}

/** What keeping the directory in order needs. */
export interface PruningDeps {
  readonly directory: Store['directory'];
  readonly now: () => Instant;
  readonly log: Logger;
}

/** Starts counting. */
export function createStrangers(): Strangers {
  let counted = 0;
  return {
    count: () => {
      counted += 1;
    },
    collect: () => {
      const since = counted;
      counted = 0;
      return since;
    },
  };
}

/** Removes expired sessions, pairings and counters. */
export function pruning({ directory, now, log }: PruningDeps): Chore {
  return {
    failure: 'expired sign-ins not removed',
    async run(signal) {
      let removed = 0;
      for (let statement = 0; statement < STATEMENTS && !signal.aborted; statement += 1) {
        const gone = await directory.prune(now(), BATCH);
        removed += gone;
        if (gone === 0) break;
      }
      if (removed > 0) log.info({ removed }, 'expired sign-ins removed');
    },
  };
}

/** As {@link tellStrangers}, once a round. */
export function tellingStrangers(strangers: Strangers, log: Logger): Chore {
  return { failure: 'strangers not told', run: async () => tellStrangers(strangers, log) };
}

/** Tells the log, as a number, how often strangers tried to sign in since it was told last. */
export function tellStrangers(strangers: Strangers, log: Logger): void {
  const tries = strangers.collect();
  if (tries > 0) log.warn({ tries }, 'sign-in refused: no such address');
}
