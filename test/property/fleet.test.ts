import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Tally, withReading } from '#extension/local/fleet/tally.ts';
import { Instant } from '#shared/contracts/calendar.ts';
import { CheckName, FleetReport } from '#shared/contracts/fleet.ts';
import type { PageReading } from '#shared/contracts/reading.ts';
import { PageKind } from '#shared/contracts/reading.ts';
import { aReport } from '#test/support/fleet.ts';
import { noteField, readingOf } from '#test/support/panel-scene.ts';

/** A word that no check, kind or version can contain, as every text of a page may. */
const canary = fc
  .string({ minLength: 1, maxLength: 20, unit: 'grapheme' })
  .map((text) => `§${text}`);

/** A reading each of whose texts is the page's own, checks' names included. */
const reading: fc.Arbitrary<PageReading> = fc
  .record({
    kind: fc.constantFrom(...PageKind.options),
    words: fc.tuple(canary, canary, canary, canary, canary, canary),
    checks: fc.array(fc.oneof(canary, fc.constantFrom('header.name', 'note.form')), {
      maxLength: 20,
    }),
  })
  .map(({ kind, words: [name, recordId, label, template, line, measure], checks }) => ({
    ...readingOf({ kind }),
    subjects: [{ recordId, name, birthDate: null }],
    appointment: { id: label, date: null },
    note: { template, type: null, state: 'editable' },
    fields: [{ ...noteField(), key: label, label }],
    ownMarks: [{ fieldKey: label, line }],
    scores: [],
    schedule: [
      {
        key: measure,
        startsAt: null,
        subject: { recordId, name, birthDate: null },
        several: false,
      },
    ],
    failedChecks: checks,
  }));

const EMPTY: Tally = { since: Instant.parse('2026-11-21T09:00:00.000Z'), adapters: [] };

describe('what is counted of pages', () => {
  it('holds no text of any page, whatever stands where in a reading', () => {
    fc.assert(
      fc.property(fc.array(reading, { maxLength: 30 }), (readings) => {
        const tally = readings.reduce(withReading, EMPTY);
        expect(JSON.stringify(tally)).not.toContain('§');
        const names = tally.adapters.flatMap(({ failedChecks }) => Object.keys(failedChecks));
        expect(names.every((name) => CheckName.safeParse(name).success)).toBe(true);
        const pages = tally.adapters.flatMap(({ pageKinds }) => Object.values(pageKinds));
        expect(pages.reduce((sum, times) => sum + times, 0)).toBe(readings.length);
      }),
    );
  });

  it('always fits into a report, however many checks fail and versions change', () => {
    const odd = fc.record({
      adapterVersion: fc.integer({ min: -2, max: 20 }),
      failedChecks: fc.array(fc.stringMatching(/^[a-z][a-zA-Z0-9.]{0,39}$/), { maxLength: 40 }),
    });
    fc.assert(
      fc.property(fc.array(odd, { maxLength: 40 }), (parts) => {
        const tally = parts.reduce<Tally>(
          (counted, part) => withReading(counted, { ...readingOf(), ...part }),
          EMPTY,
        );
        expect(Tally.safeParse(tally).success).toBe(true);
        expect(FleetReport.safeParse(aReport({ adapters: tally.adapters })).success).toBe(true);
      }),
    );
  });
});
