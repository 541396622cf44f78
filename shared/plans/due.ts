import {
  addDays,
  type CalendarDate,
  dateInZone,
  type Instant,
  type TimeZone,
} from '../contracts/calendar.ts';
import type { PlanTerms } from '../contracts/plan.ts';
import { planDays } from './days.ts';
import { atHour } from './local-hour.ts';
import { nightEnds } from './night.ts';
import { pauseAt, type SetPause } from './pauses.ts';
import { answerWindow } from './window.ts';

/** A plan as it stands, and what it has sent for. */
export interface StandingPlan {
  readonly terms: PlanTerms;
  /** When this version of it was made. */
  readonly at: Instant;
  /** The days of it that something was sent for, by any version. */
  readonly sentFor: readonly CalendarDate[];
}

/** What else decides whether a plan sends. */
export interface PlanMoment {
  readonly asOf: Instant;
  /** The practice's. */
  readonly timeZone: TimeZone;
  /** Days of the client's appointments that are known. */
  readonly appointments: readonly CalendarDate[];
  readonly pauses: readonly SetPause[];
}

/**
 * The day of a plan that is to be sent for now; null for none. It is the latest one whose hour has
 * come: of several that a server slept through, one is sent, and none after its link would have
 * expired, nor before an appointment that is over. A day whose hour lay in a pause is not made up for;
 * what is late waits through the night.
 * Asked again after it was sent, there is none.
 */
export function dueDay(plan: StandingPlan, moment: PlanMoment): CalendarDate | null {
  const { asOf, timeZone, pauses } = moment;
  const { terms, at, sentFor } = plan;
  const today = dateInZone(asOf, timeZone);
  if (pauseAt(pauses, asOf, timeZone) !== null) return null;
  if (nightEnds(asOf, timeZone) !== null) return null;
  const from = latestOf(dateInZone(at, timeZone), addDays(today, -terms.expiryDays));
  const appointments = moment.appointments.filter((day) => day >= today);
  const day = planDays(terms.cadence, { from, to: today, appointments }).findLast(
    (candidate) => atHour(candidate, terms.hour, timeZone) <= asOf,
  );
  if (day === undefined || sentFor.includes(day)) return null;
  const planned = atHour(day, terms.hour, timeZone);
  if (pauseAt(pauses, planned, timeZone) !== null) return null;
  const { expiresAt } = answerWindow(terms, { sentOn: day, forDay: day }, timeZone);
  return asOf < expiresAt ? day : null;
}

function latestOf(one: CalendarDate, other: CalendarDate): CalendarDate {
  return one > other ? one : other;
}
