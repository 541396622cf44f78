import type { CalendarDate, Instant, TimeZone } from '../contracts/calendar.ts';
import type { LeftOut } from '../contracts/plan.ts';
import { atHour } from './local-hour.ts';
import { overlapsEarlier } from './recall.ts';

/** An earlier sending of a measure or form that reached the client, or may yet, answered or not. */
export interface SentBefore {
  /** The day of the plan that it was sent for; for one by hand, that of sending. */
  readonly on: CalendarDate;
  readonly sentAt: Instant;
  readonly expiresAt: Instant;
  readonly completedAt: Instant | null;
}

/** A measure of a plan that can be sent, and when it was before. */
export interface PlannedMeasure {
  readonly measureId: string;
  /** Null where it asks in general, and for a form of the practice's own. */
  readonly recallDays: number | null;
  readonly earlier: readonly SentBefore[];
}

/** A day of a plan, and from when on it is looked at. */
export interface PlannedDay {
  readonly day: CalendarDate;
  /** Hour of the plan. */
  readonly hour: number;
  readonly timeZone: TimeZone;
  readonly asOf: Instant;
  /** Whether it is meant that it asks more often than the recall period. */
  readonly oftenMeant: boolean;
}

/**
 * Why a plan leaves a measure out of one of its days: it lies with the client already, or it would ask
 * about the same days twice. Null when it is sent. Of a day ahead this is what holds if what is out by
 * then is answered.
 */
export function whyLeftOut(
  { recallDays, earlier }: PlannedMeasure,
  { day, hour, timeZone, asOf, oftenMeant }: PlannedDay,
): Pick<LeftOut, 'why' | 'since'> | null {
  const planned = atHour(day, hour, timeZone);
  const moments = planned < asOf ? [planned, asOf] : [planned];
  // By the planned moment too, so that it is not sent the moment the earlier one is answered.
  const open = earlier.find((one) => moments.some((moment) => isOpenAt(one, moment)));
  if (open !== undefined) return { why: 'withClient', since: open.on };
  const asked = oftenMeant ? [] : earlier.filter((one) => hasAsked(one, asOf));
  const tooSoon = asked.findLast(({ on }) => overlapsEarlier(day, [on], recallDays));
  return tooSoon === undefined ? null : { why: 'tooSoon', since: tooSoon.on };
}

/**
 * Whether a next sending is judged by an earlier one: it was answered or still can be. What expired
 * without an answer has asked nothing.
 */
export function hasAsked(
  { completedAt, expiresAt }: Pick<SentBefore, 'completedAt' | 'expiresAt'>,
  asOf: Instant,
): boolean {
  return completedAt !== null || expiresAt > asOf;
}

function isOpenAt({ sentAt, completedAt, expiresAt }: SentBefore, moment: Instant): boolean {
  return sentAt <= moment && moment < expiresAt && (completedAt === null || completedAt > moment);
}
