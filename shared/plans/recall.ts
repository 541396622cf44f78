import { type CalendarDate, daysBetween } from '../contracts/calendar.ts';

/**
 * Whether a measure sent on a day would ask about days that an earlier sending asked about already:
 * its answers would be partly the same ones, and a change between them no change. `recallDays` is the
 * measure's own (`Instrument.recall`, from its form); null where it asks in general, or for a form of
 * the practice's own, and then nothing overlaps. For a day of a plan that is sent
 * late, `earlier` can lie after it: that overlaps as well.
 */
export function overlapsEarlier(
  day: CalendarDate,
  earlier: readonly CalendarDate[],
  recallDays: number | null,
): boolean {
  if (recallDays === null) return false;
  return earlier.some((sent) => daysBetween(sent, day) < recallDays);
}
