import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  addDays,
  CalendarDate,
  dateInZone,
  daysBetween,
  type Instant,
  instantOf,
} from '#shared/contracts/calendar.ts';
import type { Cadence, PlanTerms } from '#shared/contracts/plan.ts';
import { planDays } from '#shared/plans/days.ts';
import { dueDay } from '#shared/plans/due.ts';
import { atHour } from '#shared/plans/local-hour.ts';
import type { SetPause } from '#shared/plans/pauses.ts';
import { answerWindow } from '#shared/plans/window.ts';

const BEGIN = CalendarDate.parse('2026-02-01');
const HOUR_MS = 3_600_000;

const aZone = fc.constantFrom(
  'America/Chicago',
  'Europe/Berlin',
  'Asia/Kolkata',
  'Pacific/Auckland',
  'America/St_Johns',
  'UTC',
);
const aDay = fc.integer({ min: 0, max: 300 }).map((days) => addDays(BEGIN, days));
const anHour = fc.integer({ min: 7, max: 20 });

const aCadence: fc.Arbitrary<Cadence> = fc.oneof(
  fc.record({ is: fc.constant('once' as const), on: aDay }),
  fc.record({
    is: fc.constant('everyWeeks' as const),
    weeks: fc.integer({ min: 1, max: 26 }),
    from: aDay,
  }),
  fc.record({
    is: fc.constant('beforeAppointments' as const),
    days: fc.integer({ min: 0, max: 7 }),
  }),
);

const someTerms: fc.Arbitrary<PlanTerms> = fc.record({
  measures: fc.constant(['phq9']),
  cadence: aCadence,
  dueDays: fc.integer({ min: 0, max: 5 }),
  expiryDays: fc.integer({ min: 5, max: 40 }),
  reminderDays: fc.constant([]),
  hour: anHour,
});

const appointments = fc.array(aDay, { maxLength: 20 });

it('an hour of a day is shown by a clock of its zone', () => {
  fc.assert(
    fc.property(aDay, anHour, aZone, (day, hour, timeZone) => {
      const moment = atHour(day, hour, timeZone);
      expect(dateInZone(moment, timeZone)).toBe(day);
      const shown = new Intl.DateTimeFormat('en-GB', {
        timeZone,
        hour: '2-digit',
        minute: '2-digit',
      });
      expect(shown.format(new Date(moment))).toBe(`${String(hour).padStart(2, '0')}:00`);
    }),
  );
});

it('the days of a plan are ascending, within the stretch, and the same in parts as in one', () => {
  fc.assert(
    fc.property(
      aCadence,
      appointments,
      fc.tuple(aDay, aDay, aDay).map((days) => days.toSorted()),
      (cadence, known, [from = BEGIN, middle = BEGIN, to = BEGIN]) => {
        const within = (first: CalendarDate, last: CalendarDate) =>
          planDays(cadence, { from: first, to: last, appointments: known });
        const days = within(from, to);
        expect(days).toEqual([...new Set(days)].toSorted());
        expect(days.every((day) => from <= day && day <= to)).toBe(true);
        expect([...within(from, middle), ...within(addDays(middle, 1), to)]).toEqual(days);
        if (cadence.is === 'everyWeeks') {
          expect(days.every((day) => daysBetween(cadence.from, day) % 7 === 0)).toBe(true);
        }
      },
    ),
  );
});

/** Runs a server that is awake at some moments only; what it sends, with when. */
function keep(
  terms: PlanTerms,
  awake: readonly Instant[],
  about: { timeZone: string; appointments: CalendarDate[]; pauses: SetPause[] },
) {
  const sent: { readonly day: CalendarDate; readonly at: Instant }[] = [];
  for (const asOf of awake) {
    const sentFor = sent.map(({ day }) => day);
    const day = dueDay(
      { terms, at: atHour(BEGIN, 8, about.timeZone), sentFor },
      { asOf, ...about },
    );
    if (day !== null) sent.push({ day, at: asOf });
  }
  return sent;
}

const moments = fc
  .array(fc.integer({ min: 0, max: 300 * 24 }), { minLength: 1, maxLength: 60 })
  .map((hours) =>
    hours
      .toSorted((one, other) => one - other)
      .map((hour) => instantOf(new Date(Date.parse(`${BEGIN}T00:00:00.000Z`) + hour * HOUR_MS))),
  );

it('however a server wakes and sleeps, a day is sent for once, in its hour and before it expires', () => {
  fc.assert(
    fc.property(someTerms, moments, aZone, appointments, (terms, awake, timeZone, known) => {
      const about = { timeZone, appointments: known, pauses: [] };
      const sent = keep(terms, [...awake, ...awake].toSorted(), about);
      expect(new Set(sent.map(({ day }) => day)).size).toBe(sent.length);
      for (const { day, at } of sent) {
        const sentOn = dateInZone(at, timeZone);
        expect(at >= atHour(day, terms.hour, timeZone)).toBe(true);
        expect(at >= atHour(sentOn, 7, timeZone) && at < atHour(sentOn, 21, timeZone)).toBe(true);
        expect(daysBetween(day, sentOn)).toBeLessThanOrEqual(terms.expiryDays);
        const window = answerWindow(terms, { sentOn, forDay: day }, timeZone);
        expect(window.expiresAt > at).toBe(true);
        expect(window.dueOn >= sentOn).toBe(true);
        expect(dateInZone(window.expiresAt, timeZone) >= window.dueOn).toBe(true);
      }
      // Of what a rhythm sends, no two can be answered at once.
      if (terms.cadence.is === 'everyWeeks') {
        sent.slice(1).forEach(({ at }, index) => {
          const before = sent[index];
          const days = {
            sentOn: dateInZone(before?.at ?? at, timeZone),
            forDay: before?.day ?? BEGIN,
          };
          expect(answerWindow(terms, days, timeZone).expiresAt <= at).toBe(true);
        });
      }
    }),
  );
});

it('nothing is sent in a pause, and nothing later for a day that lay in one', () => {
  const aPause = fc
    .record({ from: fc.integer({ min: 0, max: 200 }), length: fc.integer({ min: 1, max: 60 }) })
    .map(({ from, length }) => ({
      begin: addDays(BEGIN, from),
      end: addDays(BEGIN, from + length),
    }));
  fc.assert(
    fc.property(
      someTerms,
      moments,
      aZone,
      appointments,
      aPause,
      (terms, awake, timeZone, known, on) => {
        const [at, endedAt] = [atHour(on.begin, 10, timeZone), atHour(on.end, 10, timeZone)];
        const pauses: SetPause[] = [{ reason: 'crisis', at, until: null, endedAt }];
        for (const sent of keep(terms, awake, { timeZone, appointments: known, pauses })) {
          const planned = atHour(sent.day, terms.hour, timeZone);
          expect(at <= sent.at && sent.at < endedAt).toBe(false);
          expect(at <= planned && planned < endedAt).toBe(false);
        }
      },
    ),
  );
});
