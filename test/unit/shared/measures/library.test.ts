import { describe, expect, it } from 'vitest';
import { addDays } from '#shared/contracts/calendar.ts';
import type { Instrument } from '#shared/contracts/instrument.ts';
import type { Answers } from '#shared/contracts/response.ts';
import { INSTRUMENTS, instrument } from '#shared/instruments/registry.ts';
import { linesOf } from '#shared/measures/lines.ts';
import { measure } from '#shared/measures/lookup.ts';
import { measuresOf } from '#shared/measures/of-instrument.ts';
import { aResponse, FIRST_DAY, responseId } from '../a-history.ts';

function known(id: string): Instrument {
  const found = instrument(id);
  if (found === null) throw new Error(`no ${id}`);
  return found;
}

const every = (id: string, value: number | null): Answers => known(id).items.map(() => value);

describe('the measures of the library', () => {
  const measures = INSTRUMENTS.flatMap(measuresOf);

  it('are found by their id, each once', () => {
    expect(new Set(measures.map(({ id }) => id)).size).toBe(measures.length);
    for (const found of measures) {
      expect(measure(found.id)).toEqual(found);
      expect(measure(found.id, found.version)).toEqual(found);
      expect(measure(found.id, found.version + 1)).toBeNull();
    }
  });

  it('step within their range', () => {
    for (const { range, step } of measures) {
      if (range === null) throw new Error('a measure of an instrument has a range');
      expect(step).toBeGreaterThan(0);
      expect(step).toBeLessThanOrEqual(range.max - range.min);
    }
  });

  it.each([
    ['phq9', 1],
    ['dass21.depression', 2],
    ['pcl5.avoidance', 1],
    ['phqads', 1],
    ['rand36.energy', 5],
  ])('%s moves in steps of %i', (id, step) => {
    expect(measure(id)?.step).toBe(step);
  });

  it('do not give a doubled subscale a threshold that another subscale has', () => {
    expect(measure('dass21.anxiety')?.otherReliableChange).toHaveLength(1);
    expect(measure('dass21.depression')?.bands.map(({ label }) => label)).toContain('moderate');
  });
});

const answered = (id: string, answers: Answers, number: number, day: number) =>
  aResponse(known(id), answers, { number, on: addDays(FIRST_DAY, day) });

describe('the lines of a client', () => {
  const lines = linesOf([
    answered('phq9', every('phq9', 1), 1, 0),
    answered('gad7', every('gad7', 1), 2, 0),
    answered('dass21', every('dass21', 1), 3, 2),
    answered('phq9', every('phq9', 2), 4, 28),
    answered('gad7', every('gad7', null), 5, 28),
    { ...answered('phq9', every('phq9', 3), 6, 30), instrumentVersion: 99 },
  ]);

  it('are one for each measure, composites included', () => {
    expect([...lines.keys()].toSorted()).toEqual([
      'dass21.anxiety',
      'dass21.depression',
      'dass21.stress',
      'gad7',
      'phq9',
      'phqads',
    ]);
  });

  it('run from the oldest reading, each with its band', () => {
    expect(lines.get('phq9')).toMatchObject([
      { displayed: 9, band: 'mild', on: FIRST_DAY, responseIds: [responseId(1)] },
      { displayed: 18, band: 'moderately severe', responseIds: [responseId(4)] },
    ]);
    expect(lines.get('dass21.stress')).toMatchObject([{ displayed: 14, band: 'normal' }]);
  });

  it('hold a composite only where both parts have a score', () => {
    expect(lines.get('phqads')).toMatchObject([{ displayed: 16, prorated: false }]);
  });
});
