import type { CalendarDate } from '../contracts/calendar.ts';

// The content script carries this file, so the calendar schema (and zod with it) is not imported.

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;
const SLASHED = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;
const WORDED = /^([a-z]{3,9})\.? (\d{1,2}), ?(\d{4})$/;
const FULL_MONTHS =
  /^(january|february|march|april|may|june|july|august|september|october|november|december)$/;

/**
 * Reads a birth date as US EHR pages show it: `3/4/1991` and `03/04/1991` (month first),
 * `Mar 4, 1991`, `March 4, 1991`, or ISO `1991-03-04`. Null for anything else, for days that do
 * not exist, two-digit years and years outside 1900 to 2199: a date is never guessed.
 */
export function parseBirthDate(text: string): CalendarDate | null {
  const shown = text.normalize('NFKC').trim().replaceAll(/\s+/g, ' ').toLowerCase();
  const [, isoYear, isoMonth, isoDay] = ISO.exec(shown) ?? [];
  if (isoYear !== undefined) return realDate(isoYear, Number(isoMonth), Number(isoDay));
  const [, month, day, year] = SLASHED.exec(shown) ?? [];
  if (year !== undefined) return realDate(year, Number(month), Number(day));
  const [, word, wordDay, wordYear] = WORDED.exec(shown) ?? [];
  if (word === undefined || wordYear === undefined) return null;
  return realDate(wordYear, monthNumber(word), Number(wordDay));
}

/** 1 to 12; 0 when the word is no month. `sept` is common beside `sep`. */
function monthNumber(word: string): number {
  const short = word === 'sept' ? 'sep' : word;
  if (short.length > 3 && !FULL_MONTHS.test(short)) return 0;
  return MONTHS.indexOf(short.slice(0, 3)) + 1;
}

function realDate(year: string, month: number, day: number): CalendarDate | null {
  if (Number(year) < 1900 || Number(year) > 2199) return null;
  const date = new Date(Date.UTC(Number(year), month - 1, day));
  // A day or month that does not exist always lands in another month.
  if (date.getUTCMonth() !== month - 1) return null;
  return date.toISOString().slice(0, 10) as CalendarDate;
}
