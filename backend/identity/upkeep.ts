import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import { traceOf } from '#backend/http/trace.ts';
import type { Store } from '#backend/store/store.ts';
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
export interface UpkeepDeps {
  readonly directory: Store['directory'];
  readonly strangers: Strangers;
  readonly now: () => Instant;
  readonly log: Logger;
  /** Resolves when it is time again, or once the signal is aborted. */
  readonly untilNext: (signal: AbortSignal) => Promise<void>;
}

/** Ten minutes, or until the signal is aborted. */
export async function tenMinutes(signal: AbortSignal): Promise<void> {
  // The rejection of an aborted pause says only that it is over.
  await pause(600_000, undefined, { signal, ref: false }).catch(() => undefined);
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

/**
 * Removes expired sessions, pairings and counters, now and then again and again, until the signal
 * is aborted; and tells the log, as a number, how often strangers tried to sign in. Never rejects:
 * a round that fails is logged, and the next one does its work.
 */
export async function keepUp(deps: UpkeepDeps, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await prune(deps, signal);
    tellStrangers(deps);
    await deps.untilNext(signal);
  }
  tellStrangers(deps);
}

async function prune({ directory, now, log }: UpkeepDeps, signal: AbortSignal): Promise<void> {
  try {
    let removed = 0;
    for (let statement = 0; statement < STATEMENTS && !signal.aborted; statement += 1) {
      const gone = await directory.prune(now(), BATCH);
      removed += gone;
      if (gone === 0) break;
    }
    if (removed > 0) log.info({ removed }, 'expired sign-ins removed');
  } catch (error) {
    log.warn({ trace: traceOf(error) }, 'expired sign-ins not removed');
  }
}

function tellStrangers({ strangers, log }: UpkeepDeps): void {
  const tries = strangers.collect();
  if (tries > 0) log.warn({ tries }, 'sign-in refused: no such address');
}
