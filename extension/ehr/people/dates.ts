import type { CalendarDate } from '#shared/contracts/calendar.ts';
import { parseBirthDate } from '#shared/identity/birth-date.ts';

/** The distinct birth dates that a text states, in order. The pattern's first group is the date. */
export function birthDatesIn(text: string, labelled: RegExp): CalendarDate[] {
  return distinctDates([...text.matchAll(labelled)].map((match) => match[1] ?? ''));
}

/** The single date a text shows beside its birth dates; null when there is none or several. */
export function otherDateIn(text: string, labelled: RegExp, any: RegExp): CalendarDate | null {
  const dates = distinctDates(text.replaceAll(labelled, ' ').match(any) ?? []);
  return dates.length === 1 ? (dates[0] ?? null) : null;
}

function distinctDates(texts: readonly string[]): CalendarDate[] {
  const dates = texts.map(parseBirthDate).filter((date) => date !== null);
  return [...new Set(dates)];
}
