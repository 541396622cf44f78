import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import { traceOf } from './http/trace.ts';

/** Work that comes round again and again. */
export interface Chore {
  /** Does a round's worth of it; stops early once the signal is aborted. */
  readonly run: (signal: AbortSignal) => Promise<void>;
  /** What the log says when a round fails. */
  readonly failure: string;
}

/** What keeping a backend in order needs. */
export interface UpkeepDeps {
  readonly chores: readonly Chore[];
  readonly log: Logger;
  /** Resolves when it is time again, or once the signal is aborted. */
  readonly untilNext: (signal: AbortSignal) => Promise<void>;
}

/** Ten minutes, or until the signal is aborted. */
export async function tenMinutes(signal: AbortSignal): Promise<void> {
  await pauseFor(600_000, signal);
}

/** Fifteen seconds, or less where something is due within so many milliseconds, or until the signal is aborted. */
export async function fifteenSeconds(signal: AbortSignal, withinMs: number): Promise<void> {
  await pauseFor(Math.min(15_000, withinMs), signal);
}

/** Two seconds, or until the signal is aborted. */
export async function twoSeconds(signal: AbortSignal): Promise<void> {
  await pauseFor(2_000, signal);
}

async function pauseFor(milliseconds: number, signal: AbortSignal): Promise<void> {
  // The rejection of an aborted pause says only that it is over.
  await pause(milliseconds, undefined, { signal, ref: false }).catch(() => undefined);
}

/**
 * Does every chore now and then again and again, until the signal is aborted. Never rejects: a
 * chore that fails is logged, keeps no other from being done, and has its turn in the next round.
 */
export async function keepUp({ chores, log, untilNext }: UpkeepDeps, signal: AbortSignal) {
  while (!signal.aborted) {
    for (const chore of chores) await attempt(chore, log, signal);
    await untilNext(signal);
  }
}

async function attempt({ run, failure }: Chore, log: Logger, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  try {
    await run(signal);
  } catch (error) {
    log.warn({ trace: traceOf(error) }, failure);
  }
}
