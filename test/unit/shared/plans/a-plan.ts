import type { CalendarDate, Instant } from '#shared/contracts/calendar.ts';
import type { PlanTerms } from '#shared/contracts/plan.ts';
import type { StandingPlan } from '#shared/plans/due.ts';
import type { SetPause } from '#shared/plans/pauses.ts';

/** The time zone of the invented practice: five hours behind UTC in summer, six in winter. */
export const CHICAGO = 'America/Chicago';

/** A day, without a parser. */
export const day = (text: string) => text as CalendarDate;

/** A moment, without a parser. */
export const moment = (text: string) => text as Instant;

/** Terms of an invented plan: the PHQ-9 every two weeks from a Monday, at nine. */
export function someTerms(over: Partial<PlanTerms> = {}): PlanTerms {
  return {
    measures: ['phq9'],
    cadence: { is: 'everyWeeks', weeks: 2, from: day('2026-11-02') },
    dueDays: 3,
    expiryDays: 7,
    reminderDays: [2, 4],
    hour: 9,
    ...over,
  };
}

/** A plan that was made on the Sunday before, and has sent nothing. */
export function aPlan(over: Partial<PlanTerms> = {}): StandingPlan {
  return { terms: someTerms(over), at: moment('2026-11-01T18:00:00.000Z'), sentFor: [] };
}

/** A pause that nobody ended. */
export function aPause(over: Partial<SetPause> = {}): SetPause {
  return {
    reason: 'away',
    at: moment('2026-11-10T15:00:00.000Z'),
    until: null,
    endedAt: null,
    ...over,
  };
}
