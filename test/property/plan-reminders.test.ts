import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  addDays,
  CalendarDate,
  dateInZone,
  type Instant,
  instantOf,
} from '#shared/contracts/calendar.ts';
import { atHour } from '#shared/plans/local-hour.ts';
import type { SetPause } from '#shared/plans/pauses.ts';
import { reminderIsDue } from '#shared/plans/reminders.ts';

const SENT_ON = CalendarDate.parse('2026-03-01');
const HOUR_MS = 3_600_000;
const ZONE = 'America/Chicago';

const someTerms = fc
  .record({
    reminderDays: fc.uniqueArray(fc.integer({ min: 1, max: 20 }), { maxLength: 3 }),
    hour: fc.integer({ min: 7, max: 20 }),
  })
  .map(({ reminderDays, hour }) => ({
    reminderDays: reminderDays.toSorted((one, other) => one - other),
    hour,
  }));

/** Hours after sending at which a server looks, in order. */
const looks = fc
  .array(fc.integer({ min: 0, max: 40 * 24 }), { maxLength: 80 })
  .map((hours) => hours.toSorted((one, other) => one - other));

it('a client is reminded at most once for each day, in time, and never in a pause', () => {
  const aPause = fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 1, max: 10 }));
  fc.assert(
    fc.property(someTerms, looks, aPause, (terms, hours, [begin, length]) => {
      const sentAt = atHour(SENT_ON, terms.hour, ZONE);
      const expiresAt = atHour(addDays(SENT_ON, 25), terms.hour, ZONE);
      const at = atHour(addDays(SENT_ON, begin), 12, ZONE);
      const endedAt = atHour(addDays(SENT_ON, begin + length), 12, ZONE);
      const pauses: SetPause[] = [{ reason: 'crisis', at, until: null, endedAt }];
      const written: Instant[] = [];
      for (const hour of hours) {
        const asOf = instantOf(new Date(Date.parse(sentAt) + hour * HOUR_MS));
        const remindedAt = written.at(-1) ?? null;
        const sending = { sentAt, expiresAt, terms, remindedAt };
        if (reminderIsDue(sending, { asOf, timeZone: ZONE, pauses })) written.push(asOf);
      }
      expect(written.length).toBeLessThanOrEqual(terms.reminderDays.length);
      for (const moment of written) {
        expect(moment < at || moment >= endedAt).toBe(true);
        expect(moment < expiresAt).toBe(true);
        const day = dateInZone(moment, ZONE);
        expect(moment >= atHour(day, 7, ZONE) && moment < atHour(day, 21, ZONE)).toBe(true);
        expect(terms.reminderDays.some((days) => addDays(SENT_ON, days) <= day)).toBe(true);
      }
    }),
  );
});
