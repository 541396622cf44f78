import type { KeptPlan } from '#backend/store/plans.ts';
import type { UnansweredGroup } from '#backend/store/sendings.ts';
import type { CareRepositories, Scope } from '#backend/store/store.ts';
import type { CalendarDate } from '#shared/contracts/calendar.ts';
import type { Channel } from '#shared/contracts/contact.ts';
import type { ClientId, PracticeId } from '#shared/contracts/ids.ts';
import { dueDay } from '#shared/plans/due.ts';
import { reminderIsDue } from '#shared/plans/reminders.ts';
import type { CareDeps } from '../deps.ts';
import { plannedFor } from './earlier-days.ts';
import { type ClientMoment, clientMoment } from './plan-moment.ts';
import { measuresOf, sendPlanDay } from './send-plan-day.ts';
import { wayTo } from './way-to.ts';

/** Clients of a practice with plans to look after, by id from the one after `after` on. */
export async function clientsWithPlans(
  deps: CareDeps,
  practiceId: PracticeId,
  { after, limit }: { readonly after: ClientId | null; readonly limit: number },
): Promise<readonly ClientId[]> {
  return deps.store.inPractice(scopeOf(deps, practiceId), ({ plans }) =>
    plans.clientsToKeep(after, limit),
  );
}

/**
 * Sends what plans of one client have due and writes the reminders that are due, in one transaction:
 * killed at any step, all of it is there or none, and the next round does it. Of several that keep
 * plans at once the second waits for the client and finds nothing left to do.
 */
export async function keepPlans(
  deps: CareDeps,
  practiceId: PracticeId,
  clientId: ClientId,
): Promise<void> {
  await deps.store.inPractice(scopeOf(deps, practiceId), async (waiting) => {
    // Most have nothing due: they are not held for that.
    if (isNothing(await dueNow(waiting, clientId, deps))) return;
    await waiting.clients.hold(clientId);
    const care = waiting.at(deps.now());
    const due = await dueNow(care, clientId, deps);
    if (due.way === null) return;
    const { way, moment, days, reminders } = due;
    let written = reminders.length > 0;
    for (const { plan, day } of days) {
      if (await sendPlanDay(care, { plan, day, way, moment }, deps.newId)) written = true;
    }
    for (const group of reminders) await remind(care, clientId, group, way);
    if (written) await care.live.tell(clientId, 'client');
  });
}

/** What is to be done for one client. */
interface DueNow {
  /** Null when nothing may go out. */
  readonly way: Channel | null;
  readonly moment: ClientMoment;
  readonly days: readonly { readonly plan: KeptPlan; readonly day: CalendarDate }[];
  readonly reminders: readonly UnansweredGroup[];
}

function isNothing({ way, days, reminders }: DueNow): boolean {
  return way === null || (days.length === 0 && reminders.length === 0);
}

async function dueNow(
  care: CareRepositories,
  clientId: ClientId,
  { now, channels }: Pick<CareDeps, 'now' | 'channels'>,
): Promise<DueNow> {
  const inCare = await care.clients.isInCare(clientId);
  const way = inCare ? wayTo(await care.contacts.of(clientId), channels) : null;
  const moment = await clientMoment(care, clientId, now());
  const days = await daysToSend(care, clientId, moment);
  const unanswered = await care.sendings.unanswered(clientId);
  return { way, moment, days, reminders: unanswered.filter((one) => reminderIsDue(one, moment)) };
}

/** Days of plans that are due. One of which all is left out stays so until it is over: nothing is to be done. */
async function daysToSend(
  care: CareRepositories,
  clientId: ClientId,
  moment: ClientMoment,
): Promise<DueNow['days']> {
  const due = (await care.plans.standing(clientId)).flatMap((plan) => {
    const day = dueDay(plan, moment);
    return day === null ? [] : [{ plan, day }];
  });
  // Most have none: what was sent before is not read for that.
  if (due.length === 0) return due;
  const planned = await plannedFor(care, clientId, moment.today);
  return due.filter((one) => measuresOf(planned, { ...one, moment }).length > 0);
}

async function remind(
  care: CareRepositories,
  clientId: ClientId,
  { messageId: aboutMessageId, planId }: UnansweredGroup,
  way: Channel,
): Promise<void> {
  await care.messages.add({ purpose: 'reminder', clientId, way, aboutMessageId });
  const subject = { planId, aboutMessageId };
  await care.audit.append({ action: 'reminder.written', clientId, subject });
}

function scopeOf({ newId, now }: CareDeps, practiceId: PracticeId): Scope {
  const actor = { kind: 'system', name: 'planRound' } as const;
  return { practiceId, actor, requestId: newId(), now: now() };
}
