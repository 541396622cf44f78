import type { CalendarDate } from '#shared/contracts/calendar.ts';
import { parseBirthDate } from '#shared/identity/birth-date.ts';

/** The birth dates that a text states. */
export interface StatedBirthDates {
  /** Distinct, in order. */
  readonly dates: CalendarDate[];
  /**
   * True when the text speaks of a birth date that can't be read. Whoever it is about is then not
   * identified at all: as far as we can tell, it may contradict everything else.
   */
  readonly unreadable: boolean;
}

/** Reads labelled birth dates. The pattern's first group is the date, absent when none follows. */
export function birthDatesIn(text: string, labelled: RegExp): StatedBirthDates {
  const stated = [...text.matchAll(labelled)].map((match) => readDate(match[1] ?? ''));
  return {
    dates: [...new Set(stated.filter((date) => date !== null))],
    unreadable: stated.includes(null),
  };
}

/** The single date a text shows beside its birth dates; null when there is none or several. */
export function otherDateIn(text: string, labelled: RegExp, any: RegExp): CalendarDate | null {
  const shown = text.replaceAll(labelled, ' ').match(any) ?? [];
  const [date, ...others] = new Set(shown.map(readDate).filter((one) => one !== null));
  return date === undefined || others.length > 0 ? null : date;
}

/** Also `03-14-1991`, month first as every date with its year last, and `March 14th, 1991`. */
function readDate(text: string): CalendarDate | null {
  return parseBirthDate(
    text.replace(/^(\d{1,2})-(\d{1,2})-/, '$1/$2/').replace(/(\d)(?:st|nd|rd|th)\b/i, '$1'),
  );
}
