import {
  type CalendarDate,
  dateInWords,
  dateInZone,
  type Instant,
  type TimeZone,
} from '../contracts/calendar.ts';

/** A date as seen from a day: without the year when it lies in the same one. */
export function dateSeenFrom(date: CalendarDate, today: CalendarDate): string {
  return dateInWords(date, { year: date.slice(0, 4) !== today.slice(0, 4) });
}

/** A time of day in a zone: `6:58 pm`. */
export function timeInWords(instant: Instant, timeZone: TimeZone): string {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hour: 'numeric',
    minute: '2-digit',
    hourCycle: 'h12',
  }).formatToParts(new Date(instant));
  const part = (type: string) => parts.find((candidate) => candidate.type === type)?.value ?? '';
  return `${part('hour')}:${part('minute')} ${part('dayPeriod').toLowerCase()}`;
}

/** A moment in full: `20 Nov 2026, 6:58 pm`. */
export function momentInWords(instant: Instant, timeZone: TimeZone): string {
  const day = dateInWords(dateInZone(instant, timeZone), { year: true });
  return `${day}, ${timeInWords(instant, timeZone)}`;
}

/** A moment as seen from a day: the year only when it differs. */
export function momentSeenFrom(instant: Instant, timeZone: TimeZone, today: CalendarDate): string {
  const day = dateSeenFrom(dateInZone(instant, timeZone), today);
  return `${day}, ${timeInWords(instant, timeZone)}`;
}
