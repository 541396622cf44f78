import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays, CalendarDate, daysBetween } from '#shared/contracts/calendar.ts';

const DAY = 86_400_000;

/** Any day that the product knows, by the platform's own calendar. */
const anyDay = fc
  .integer({ min: Date.UTC(1900, 0, 1) / DAY, max: Date.UTC(2199, 11, 31) / DAY })
  .map((number) => ({
    number,
    date: CalendarDate.parse(new Date(number * DAY).toISOString().slice(0, 10)),
  }));

it('the days between two dates are those of the calendar', () => {
  fc.assert(
    fc.property(anyDay, anyDay, (one, other) => {
      expect(daysBetween(one.date, other.date)).toBe(other.number - one.number);
    }),
    { numRuns: 2000 },
  );
});

it('so many days later is so many days between', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -20_000, max: 20_000 }), ({ date }, days) => {
      expect(daysBetween(date, addDays(date, days))).toBe(days);
    }),
  );
});
