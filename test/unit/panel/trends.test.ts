import { describe, expect, it } from 'vitest';
import { judgementOf, meaningOf } from '#extension/panel/trends/measure-words.ts';
import { interpret } from '#shared/brief/interpret.ts';
import { CalendarDate } from '#shared/contracts/calendar.ts';
import type { MeasureTrend } from '#shared/contracts/measure-line.ts';
import { type InventedCourse, inventedFacts } from '#test/support/brief-facts.ts';

type Points = InventedCourse['lines'][number]['points'];

const TODAY = CalendarDate.parse('2026-11-20');

function measureOf(instrumentId: string, ...points: Points): MeasureTrend {
  const brief = interpret(inventedFacts({ lines: [{ instrumentId, points }] }));
  const [measure] = brief.measures;
  if (measure === undefined) throw new Error('no measure');
  return measure;
}

const safe = { 9: 0 };
describe('the tag of a measure', () => {
  it.each<[string, Points, string, string]>([
    ['one score', [{ on: '2026-11-01', total: 10 }], 'too early to say', 'unknown'],
    [
      'seven points lower',
      [
        { on: '2026-10-01', total: 15 },
        { on: '2026-11-01', total: 8 },
      ],
      'reliably better',
      'better',
    ],
    [
      'four points higher',
      [
        { on: '2026-10-01', total: 8 },
        { on: '2026-11-01', total: 12 },
      ],
      'reliably worse',
      'worse',
    ],
    [
      'three points higher, two scores',
      [
        { on: '2026-10-01', total: 8 },
        { on: '2026-11-01', total: 11 },
      ],
      'too early to say',
      'unknown',
    ],
  ])('%s', (_what, points, word, tone) => {
    expect(judgementOf(measureOf('gad7', ...points))).toEqual({ word, tone });
  });

  it('says "no reliable change", never "no change", once there are enough scores', () => {
    const points = ['2026-06-01', '2026-07-01', '2026-08-01', '2026-09-01'].map((on) => ({
      on,
      total: 8,
    }));
    expect(judgementOf(measureOf('gad7', ...points)).word).toBe('no reliable change');
  });

  it('judges nothing where no threshold is recommended', () => {
    const measure = measureOf(
      'cesd',
      { on: '2026-10-01', total: 20 },
      { on: '2026-11-01', total: 40 },
    );
    expect(judgementOf(measure)).toEqual({ word: 'change not judged', tone: 'unknown' });
  });

  it('says that the newest answers can’t be scored', () => {
    const measure = measureOf('phq9', { on: '2026-11-01', total: 6, blank: [1, 2, 3] });
    expect(judgementOf(measure).word).toBe('can’t be scored');
  });
});

describe('the number', () => {
  it('stands beside what it means and what it is held against', () => {
    const measure = measureOf(
      'phq9',
      { on: '2026-06-11', total: 18, fixed: safe },
      { on: '2026-11-19', total: 11, fixed: safe },
    );
    expect(meaningOf(measure, TODAY)).toEqual([
      'moderate range',
      '19 Nov',
      '18 at baseline, 11 Jun',
      '7 points lower',
      'threshold 6, published',
      '2 of 4 measurements needed for a trend',
    ]);
  });
});

describe('a client who came back', () => {
  const cameBack = CalendarDate.parse('2026-10-01');
  const past: Points = [
    { on: '2026-01-11', total: 16, fixed: safe },
    { on: '2026-03-01', total: 6, fixed: safe },
  ];
  const measureSince = (...points: Points) => {
    const client = { inCareSince: cameBack };
    const brief = interpret(
      inventedFacts({ client, lines: [{ instrumentId: 'phq9', points: [...past, ...points] }] }),
    );
    const [measure] = brief.measures;
    if (measure === undefined) throw new Error('no measure');
    return measure;
  };
  const back = measureSince({ on: '2026-09-25', total: 15, fixed: safe });

  it('has a first score that is compared with nothing, and says so', () => {
    expect(judgementOf(back)).toEqual({ word: 'new episode of care', tone: 'unknown' });
    expect(meaningOf(back, TODAY)).toEqual([
      'moderately severe range',
      '25 Sep',
      'first score of this episode of care, not compared with earlier ones',
      '1 of 4 measurements needed for a trend',
    ]);
  });

  it('is judged against the first score of this episode from the second one on', () => {
    const second = measureSince(
      { on: '2026-09-25', total: 15, fixed: safe },
      { on: '2026-11-01', total: 8, fixed: safe },
    );
    expect(judgementOf(second).word).toBe('reliably better');
    expect(meaningOf(second, TODAY)).toContain('15 at baseline, 25 Sep');
  });
});
