import type { Logger } from 'pino';
import type { CareDeps } from '#backend/care/deps.ts';
import { clientsToJudge, judgeCheckIns } from '#backend/care/judge-check-ins.ts';
import { traceOf } from '#backend/http/trace.ts';
import type { PracticeId } from '#shared/contracts/ids.ts';

/** Most clients of one practice in one round, so that no practice keeps the others waiting. */
const CLIENTS = 200;

/** What the rounds need. */
export interface CheckInRoundDeps {
  readonly care: CareDeps;
  readonly log: Logger;
  /** Resolves when it is time again, or once the signal is aborted. */
  readonly untilNext: (signal: AbortSignal) => Promise<void>;
}

/**
 * Looks for missed check-ins in every practice, once a client and day of the practice, again and
 * again until the signal is aborted. Several backends may do so at once: each client is held while
 * judged, and judged twice means the same as once. Never rejects: what fails is logged, and the next
 * round does it.
 */
export async function keepJudgingCheckIns(
  deps: CheckInRoundDeps,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    await round(deps, signal);
    await deps.untilNext(signal);
  }
}

async function round({ care, log }: CheckInRoundDeps, signal: AbortSignal): Promise<void> {
  const practices = await attempt(log, () => care.store.directory.practices());
  for (const practiceId of practices ?? []) {
    if (signal.aborted) return;
    await attempt(log, () => visit({ care, log }, practiceId, signal));
  }
}

async function visit(
  { care, log }: Pick<CheckInRoundDeps, 'care' | 'log'>,
  practiceId: PracticeId,
  signal: AbortSignal,
): Promise<void> {
  const { day, clients } = await clientsToJudge(care, practiceId, CLIENTS);
  for (const clientId of clients) {
    if (signal.aborted) return;
    // One client whose check-ins can't be judged keeps nobody else waiting.
    await attempt(log, () => judgeCheckIns(care, practiceId, { clientId, day }));
  }
}

/** The result of some work; null when it failed, which the log is told without any value. */
async function attempt<T>(log: Logger, work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    log.warn({ trace: traceOf(error) }, 'missed check-ins not judged');
    return null;
  }
}
