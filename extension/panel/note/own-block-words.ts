import { type CalendarDate, dateInZone, type TimeZone } from '#shared/contracts/calendar.ts';
import { dateSeenFrom, momentSeenFrom } from '#shared/words/moments.ts';
import type { KnownText } from './own-text.ts';
import type { Refresh } from './refresh.ts';

/** From where the words are said. */
export interface SeenFrom {
  readonly timeZone: TimeZone;
  readonly today: CalendarDate;
}

/** `In this note since 20 Nov, 5:04 pm; 3 results are newer.` */
export function standsHere({ briefAsOf }: KnownText, newer: number, from: SeenFrom): string {
  const since = momentSeenFrom(briefAsOf, from.timeZone, from.today);
  return `In this note since ${since}; ${newerInWords(newer)}.`;
}

/** `This text is from the note of 4 Nov; it was copied along.` */
export function copiedAlong({ appointmentOn, briefAsOf }: KnownText, from: SeenFrom): string {
  const day = appointmentOn ?? dateInZone(briefAsOf, from.timeZone);
  return `This text is from the note of ${dateSeenFrom(day, from.today)}; it was copied along.`;
}

/** What is said of a text that no insertion of this client's is known for. */
export const UNKNOWN_TEXT_WORDS =
  'The register of this client does not know this text. It was pasted by hand, is older than the newest 20, or belongs to somebody else. Read it before you go on; Throughline leaves it alone.';

/** Why a text can't be refreshed, or need not be. */
export const NO_REFRESH_WORDS: Readonly<Record<Exclude<Refresh['is'], 'possible'>, string>> = {
  nothingNewer: 'What it says has not changed.',
  partsDiffer:
    'It can’t be refreshed: the fields that it was inserted into are not all here. Change it by hand; the new text is on Copy.',
};

function newerInWords(count: number): string {
  if (count === 0) return 'no result is newer';
  return count === 1 ? '1 result is newer' : `${count} results are newer`;
}
