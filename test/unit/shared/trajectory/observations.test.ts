import { describe, expect, it } from 'vitest';
import type { Instant } from '#shared/contracts/calendar.ts';
import type { DatedReading } from '#shared/contracts/measure.ts';
import { observationsOf } from '#shared/trajectory/observations.ts';
import { dayOf, lineId } from '#test/support/a-line.ts';

/** A reading that rests on these responses. */
function readingOf(...responses: number[]): DatedReading {
  return {
    measureId: 'invented',
    version: 2,
    total: 11.5,
    displayed: 12,
    band: 'middle',
    prorated: true,
    responseIds: responses.map(lineId),
    on: dayOf(3),
    submittedAt: '2026-01-08T12:00:00.000Z' as Instant,
  };
}

/** The observation of that reading. */
const seen = {
  version: 2,
  total: 11.5,
  displayed: 12,
  band: 'middle',
  on: dayOf(3),
  submittedAt: '2026-01-08T12:00:00.000Z',
};

describe('a reading as an observation', () => {
  it('goes by its response, and by the newest where it rests on several', () => {
    const readings = [readingOf(1), readingOf(2, 3), readingOf(4, 5, 6)];
    expect(observationsOf(readings, new Map())).toEqual(
      [1, 3, 6].map((number) => ({ ...seen, responseId: lineId(number), corrects: null })),
    );
  });

  it('names the response that it corrects', () => {
    const corrections = new Map([[lineId(3), lineId(1)]]);
    expect(observationsOf([readingOf(2, 3)], corrections)).toEqual([
      { ...seen, responseId: lineId(3), corrects: lineId(1) },
    ]);
  });

  it('of nothing is none', () => {
    expect(observationsOf([readingOf()], new Map())).toEqual([]);
  });
});
