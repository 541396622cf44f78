import {
  addDays,
  type CalendarDate,
  daysBetween,
  type Instant,
  type TimeZone,
} from '../contracts/calendar.ts';
import type { PlanTerms } from '../contracts/plan.ts';
import { atHour } from './local-hour.ts';

/** How long something that is sent can be answered. */
export interface AnswerWindow {
  /** The day until which it should be answered: one through which its link leads somewhere, if any is left. */
  readonly dueOn: CalendarDate;
  /** From this moment on its link leads nowhere. */
  readonly expiresAt: Instant;
}

/**
 * The window of what a plan sends for a day of its own on some day, which is a later one when the
 * server was off. A weekly form makes room for the next: two of them side by side would be answered
 * as one.
 */
export function answerWindow(
  terms: Pick<PlanTerms, 'cadence' | 'dueDays' | 'expiryDays' | 'hour'>,
  { sentOn, forDay }: { readonly sentOn: CalendarDate; readonly forDay: CalendarDate },
  timeZone: TimeZone,
): AnswerWindow {
  const { cadence, dueDays, expiryDays, hour } = terms;
  const granted = addDays(sentOn, expiryDays);
  const next = cadence.is === 'everyWeeks' ? addDays(forDay, 7 * cadence.weeks) : granted;
  const end = next < granted ? next : granted;
  const wholeDays = Math.max(0, daysBetween(sentOn, end) - 1);
  return {
    dueOn: addDays(sentOn, Math.min(dueDays, wholeDays)),
    expiresAt: atHour(end, hour, timeZone),
  };
}
