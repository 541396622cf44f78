import type { EarlierSending } from '#backend/store/sendings.ts';
import type { CareRepositories } from '#backend/store/store.ts';
import { addDays, type CalendarDate, type Instant } from '#shared/contracts/calendar.ts';
import type { ClientId } from '#shared/contracts/ids.ts';
import type { PlanTerms } from '#shared/contracts/plan.ts';
import { hasAsked, type PlannedMeasure } from '#shared/plans/left-out.ts';
import { offeredBy, type Sendable } from './offered.ts';

/** How far back sendings are looked at: no measure that is sent asks about more than a year. */
export const EARLIER_DAYS = 400;

/** The days on which a measure was asked about, as a next sending is judged by them. */
export function countingDays(
  earlier: readonly EarlierSending[],
  measureId: string,
  now: Instant,
): readonly CalendarDate[] {
  return earlier
    .filter(({ instrumentId }) => instrumentId === measureId)
    .filter((sent) => hasAsked(sent, now))
    .map(({ on }) => on);
}

/** A measure of a plan in the version that would be sent, and when it was before. */
export type PlannedSendable = Sendable & PlannedMeasure;

/**
 * What can be sent of a client's plans, and when it was before. Reads once for all of them; the value
 * picks the measures of one, in its order.
 */
export async function plannedFor(
  care: CareRepositories,
  clientId: ClientId,
  today: CalendarDate,
): Promise<(terms: PlanTerms) => readonly PlannedSendable[]> {
  const offered = await offeredBy(care);
  const sent = await care.sendings.earlier(clientId, addDays(today, -EARLIER_DAYS));
  return ({ measures }) =>
    measures.flatMap((measureId) => {
      const found = offered.get(measureId);
      if (found?.is !== 'sendable') return [];
      const earlier = sent.filter(({ instrumentId }) => instrumentId === measureId);
      return [{ ...found.sendable, earlier }];
    });
}
