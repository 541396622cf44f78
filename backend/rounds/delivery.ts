import type { Logger } from 'pino';
import { deliver } from '#backend/care/messages/deliver.ts';
import type { DeliverDeps } from '#backend/care/messages/deliver-deps.ts';
import type { DeliveryQueue } from '#backend/delivery/queue.ts';
import { traceOf } from '#backend/http/trace.ts';
import type { Scope } from '#backend/store/store.ts';
import { type Instant, instantOf } from '#shared/contracts/calendar.ts';
import type { PracticeId } from '#shared/contracts/ids.ts';

/** Most messages of a practice that are put in the queue at a time. */
const AT_A_TIME = 100;

/** How soon the rest is looked for, where a practice had more than are put at a time. */
const SOON_MS = 1_000;

/** What keeps messages going. */
export interface DeliveryRoundDeps {
  readonly delivery: DeliverDeps;
  readonly queue: DeliveryQueue;
  readonly log: Logger;
  /**
   * Resolves when it is time again, or once the signal is aborted; within so many milliseconds, where
   * something is due by then.
   */
  readonly untilNext: (signal: AbortSignal, withinMs: number) => Promise<void>;
}

/**
 * Puts a job for every message that is due: at once when a commit is heard of, and in rounds through
 * all practices for whatever nobody heard of, for later tries, and for steps of the ladder at their
 * time. Works on the jobs until the signal is aborted. Never rejects: what fails is logged, and the next
 * round does it.
 */
export async function keepDelivering(deps: DeliveryRoundDeps, signal: AbortSignal): Promise<void> {
  const { delivery, queue, untilNext } = deps;
  const onMessages = (practiceId: PracticeId) => void attempt(deps, () => putDue(deps, practiceId));
  const start = async () => {
    await queue.start((ref) => deliver(delivery, ref), onMessages);
    return true;
  };
  let works = false;
  while (!signal.aborted) {
    works ||= (await attempt(deps, start)) === true;
    const next = works ? await attempt(deps, () => round(deps, signal)) : null;
    await untilNext(signal, next === null ? Infinity : millisecondsUntil(next, delivery.now()));
  }
  await attempt(deps, () => queue.stop());
}

/** Goes through all practices; when the next of them has to be looked at, null where no moment is known. */
async function round(deps: DeliveryRoundDeps, signal: AbortSignal): Promise<Instant | null> {
  const { store, now } = deps.delivery;
  const later: Instant[] = [];
  for (const practiceId of await store.directory.practices()) {
    if (signal.aborted) break;
    const next = await attempt(deps, () => putDue(deps, practiceId));
    if (next !== null) later.push(next);
  }
  if (!signal.aborted) await store.directory.beat('delivery', now());
  return later.toSorted()[0] ?? null;
}

/** Puts a practice's jobs; when the rest is to be put, or its next message to staff will be due. */
async function putDue(
  { delivery, queue }: DeliveryRoundDeps,
  practiceId: PracticeId,
): Promise<Instant | null> {
  const { store, newId, now } = delivery;
  const actor = { kind: 'system', name: 'delivery' } as const;
  const scope: Scope = { practiceId, actor, requestId: newId(), now: now() };
  const { due, next } = await store.inPractice(scope, async ({ messages }) => ({
    due: await messages.due(AT_A_TIME),
    next: await messages.nextToStaff(),
  }));
  await queue.put(practiceId, due);
  return due.length < AT_A_TIME ? next : instantOf(new Date(Date.parse(scope.now) + SOON_MS));
}

function millisecondsUntil(moment: Instant, now: Instant): number {
  return Math.max(0, Date.parse(moment) - Date.parse(now));
}

/** Does some work. Null when it failed, which the log is told without any value. */
async function attempt<T>({ log }: DeliveryRoundDeps, work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    log.warn({ trace: traceOf(error) }, 'messages not looked after');
    return null;
  }
}
