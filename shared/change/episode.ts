import { addDays, type CalendarDate } from '../contracts/calendar.ts';

/**
 * Days before the beginning of care in which an answered measure belongs to the episode: intake
 * forms are filled in before the first session. Provenance `proposal`: our choice, not a published
 * rule.
 */
export const INTAKE_DAYS = 14;

/**
 * Whether a day belongs to the present episode of care, which begins {@link INTAKE_DAYS} before
 * `inCareSince`. Only scores of the episode are compared with each other: an older one was given
 * in another treatment, and says nothing about this one.
 */
export function isInEpisode(day: CalendarDate, inCareSince: CalendarDate): boolean {
  return day >= addDays(inCareSince, -INTAKE_DAYS);
}
