import {
  type CalendarDate,
  type Instant,
  instantOf,
  type TimeZone,
} from '../contracts/calendar.ts';

/** The moment at which a clock in a time zone shows a full hour of a day; `hour` from 0 to 23. */
export function atHour(day: CalendarDate, hour: number, timeZone: TimeZone): Instant {
  const shown = Date.parse(`${day}T${String(hour).padStart(2, '0')}:00:00.000Z`);
  // Twice, because the first guess can lie on the other side of a change of clocks.
  const guess = shown - aheadOfUtc(shown, timeZone);
  return instantOf(new Date(shown - aheadOfUtc(guess, timeZone)));
}

/** How far clocks in a time zone are ahead of UTC at a moment, in milliseconds. */
function aheadOfUtc(moment: number, timeZone: TimeZone): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(new Date(moment));
  const of = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find((part) => part.type === type)?.value ?? Number.NaN);
  const shown = Date.UTC(
    of('year'),
    of('month') - 1,
    of('day'),
    of('hour'),
    of('minute'),
    of('second'),
  );
  return shown - moment;
}
