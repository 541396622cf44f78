import * as z from 'zod/mini';

const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const MILLISECONDS_PER_DAY = 86_400_000;

/** A day without a time or zone, `YYYY-MM-DD`, Gregorian, years 1900 to 2199. Birthdays are dates. */
export const CalendarDate = z
  .string()
  .check(z.regex(ISO_DATE), z.refine(isRealDate, 'not a day of the calendar'))
  .brand<'CalendarDate'>();
export type CalendarDate = z.infer<typeof CalendarDate>;

/**
 * A moment, ISO 8601 in UTC with milliseconds: `2026-11-20T18:58:00.000Z`, years 1900 to 2199.
 * Always server time.
 */
export const Instant = z.iso
  .datetime({ precision: 3 })
  .check(z.refine(isInProductYears, 'not in the years 1900 to 2199'))
  .brand<'Instant'>();
export type Instant = z.infer<typeof Instant>;

/** An IANA time zone name, such as `America/Chicago`. */
export const TimeZone = z.string().check(z.refine(isTimeZone, 'not a known time zone'));
export type TimeZone = z.infer<typeof TimeZone>;

/** The moment of a `Date`, as an {@link Instant}. */
export function instantOf(date: Date): Instant {
  return date.toISOString() as Instant;
}

/** The calendar day that a moment falls on in a time zone. */
export function dateInZone(instant: Instant, timeZone: TimeZone): CalendarDate {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(new Date(instant));
  const part = (type: string) => parts.find((candidate) => candidate.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}` as CalendarDate;
}

/** Whole days from one date to another; negative when `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** The date `days` later (earlier when negative). */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return new Date(utcMidnight(date) + days * MILLISECONDS_PER_DAY)
    .toISOString()
    .slice(0, 10) as CalendarDate;
}

/** Completed years of age on a day. */
export function ageOn(birthDate: CalendarDate, day: CalendarDate): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

/** A date in the product's words: `19 Nov 2026`, or `19 Nov` without the year. */
export function dateInWords(date: CalendarDate, options: { year: boolean }): string {
  const [year, month, day] = date.split('-');
  const words = `${Number(day)} ${MONTHS[Number(month) - 1]}`;
  return options.year ? `${words} ${year}` : words;
}

function utcMidnight(date: CalendarDate): number {
  return Date.UTC(digitsOf(date, 0, 4), digitsOf(date, 5, 7) - 1, digitsOf(date, 8, 10));
}

/**
 * Days since a fixed day, counted from March so that the leap day comes last. By arithmetic on the
 * digits: the rules ask for the days between dates a hundred times and more for one response.
 */
function dayNumber(date: CalendarDate): number {
  const month = digitsOf(date, 5, 7);
  const year = digitsOf(date, 0, 4) - (month < 3 ? 1 : 0);
  const daysBeforeMonth = Math.floor((153 * (month < 3 ? month + 9 : month - 3) + 2) / 5);
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  return 365 * year + leapDays + daysBeforeMonth + digitsOf(date, 8, 10);
}

function digitsOf(date: CalendarDate, from: number, to: number): number {
  let number = 0;
  for (let place = from; place < to; place += 1) {
    number = number * 10 + date.charCodeAt(place) - 48;
  }
  return number;
}

function isRealDate(text: string): boolean {
  const [, year, month, day] = ISO_DATE.exec(text) ?? [];
  if (year === undefined || !isInProductYears(year)) return false;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
}

/** PostgreSQL knows no year 0, and nobody in care was born before 1900. */
function isInProductYears(text: string): boolean {
  const year = Number(text.slice(0, 4));
  return year >= 1900 && year <= 2199;
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) instanceof Intl.DateTimeFormat;
  } catch {
    return false;
  }
}
