import { type CalendarDate, dateInZone } from '../../../contracts/calendar.ts';
import type { DayWords } from '../language.ts';

// Not from Intl: its short months differ between the browser's data and the server's (sep, sept),
// and the same brief must give the same text in both.
const MONTHS = ['ene', 'feb', 'mar', 'abr', 'may', 'jun', 'jul', 'ago', 'sep', 'oct', 'nov', 'dic'];

/** `19 nov 2026, 18:58`. */
export const DAYS: DayWords = {
  seen: (day, today) => inWords(day, day.slice(0, 4) !== today.slice(0, 4)),
  full: (day) => inWords(day, true),
  moment: (at, zone) => `${inWords(dateInZone(at, zone), true)}, ${clock(at, zone)}`,
  momentSeen: (at, zone, today) => {
    const day = dateInZone(at, zone);
    return `${inWords(day, day.slice(0, 4) !== today.slice(0, 4))}, ${clock(at, zone)}`;
  },
};

function inWords(date: CalendarDate, year: boolean): string {
  const [years, month, day] = date.split('-');
  const words = `${Number(day)} ${MONTHS[Number(month) - 1]}`;
  return year ? `${words} ${years}` : words;
}

/** `18:58`, the hour without a leading zero. */
function clock(...[at, timeZone]: Parameters<DayWords['moment']>): string {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hour: 'numeric',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(new Date(at));
  const part = (type: string) => parts.find((candidate) => candidate.type === type)?.value ?? '';
  return `${Number(part('hour'))}:${part('minute')}`;
}
