import type { Logger } from 'pino';
import type { CareDeps } from '#backend/care/deps.ts';
import { clientsWithPlans, keepPlans } from '#backend/care/sending/keep-plans.ts';
import { traceOf } from '#backend/http/trace.ts';
import type { ClientId, PracticeId } from '#shared/contracts/ids.ts';

/** Clients that are asked for at once. */
const PAGE = 200;

/** What the rounds need. */
export interface PlanRoundDeps {
  readonly care: CareDeps;
  readonly log: Logger;
  /** Resolves when it is time again, or once the signal is aborted. */
  readonly untilNext: (signal: AbortSignal) => Promise<void>;
}

/**
 * Keeps the plans of every practice, again and again until the signal is aborted. Several backends may
 * do so at once: what was sent for is looked up while the client is held, so a round too many sends
 * nothing. Never rejects: what fails is logged, keeps no other client waiting, and is done by the next
 * round.
 */
export async function keepAllPlans(deps: PlanRoundDeps, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await round(deps, signal);
    await deps.untilNext(signal);
  }
}

async function round({ care, log }: PlanRoundDeps, signal: AbortSignal): Promise<void> {
  const practices = await attempt(log, () => care.store.directory.practices());
  for (const practiceId of practices ?? []) {
    if (signal.aborted) return;
    await attempt(log, () => visit({ care, log }, practiceId, signal));
  }
}

async function visit(
  { care, log }: Pick<PlanRoundDeps, 'care' | 'log'>,
  practiceId: PracticeId,
  signal: AbortSignal,
): Promise<void> {
  let after: ClientId | null = null;
  do {
    const clients: readonly ClientId[] = await clientsWithPlans(care, practiceId, {
      after,
      limit: PAGE,
    });
    for (const clientId of clients) {
      if (signal.aborted) return;
      await attempt(log, () => keepPlans(care, practiceId, clientId));
    }
    after = clients.at(-1) ?? null;
  } while (after !== null);
}

/** The result of some work; null when it failed, which the log is told without any value. */
async function attempt<T>(log: Logger, work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    log.warn({ trace: traceOf(error) }, 'plans not kept');
    return null;
  }
}
