import { describe, expect, it } from 'vitest';
import { chartDataOf } from '#extension/panel/trends/chart-data.ts';
import {
  courseSaid,
  judgementOf,
  legendSaid,
  meaningOf,
  scoreSaid,
} from '#extension/panel/trends/measure-words.ts';
import { chartGeometry } from '#extension/ui/chart/geometry.ts';
import { interpret } from '#shared/brief/interpret.ts';
import { CalendarDate } from '#shared/contracts/calendar.ts';
import type { MeasureTrend } from '#shared/contracts/measure-line.ts';
import { type InventedCourse, inventedFacts } from '#test/support/brief-facts.ts';

type Points = InventedCourse['lines'][number]['points'];

const TODAY = CalendarDate.parse('2026-11-20');
const SIZE = { width: 368, height: 124 };

function measureOf(instrumentId: string, ...points: Points): MeasureTrend {
  const brief = interpret(inventedFacts({ lines: [{ instrumentId, points }] }));
  const [measure] = brief.measures;
  if (measure === undefined) throw new Error('no measure');
  return measure;
}

const IN_CARE_SINCE = CalendarDate.parse('2026-01-07');

function drawn(measure: MeasureTrend, inCareSince = IN_CARE_SINCE) {
  const data = chartDataOf(measure, inCareSince);
  if (data === null) throw new Error('nothing to draw');
  return chartGeometry(data, SIZE);
}

const safe = { 9: 0 };
const COURSE: Points = [
  { on: '2026-01-01', total: 18, fixed: safe },
  { on: '2026-01-11', total: 17, fixed: safe },
  { on: '2026-04-11', total: 8, fixed: safe, blank: [1, 2, 3, 4] },
  { on: '2026-05-01', total: 11, fixed: safe, blank: [5] },
];

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

  it('is said for the ear, with what was filled in', () => {
    const { scores } = measureOf('phq9', ...COURSE);
    expect(scores.map((score) => scoreSaid(score, 'phq9'))).toEqual([
      '1 Jan 2026: 18/27, moderately severe range',
      '11 Jan 2026: 17/27, moderately severe range',
      '11 Apr 2026: can’t be scored, items 1, 2, 3 and 4 not answered',
      '1 May 2026: 12/27, moderate range; item 5 not answered, filled in by the measure’s rule',
    ]);
  });

  it('has its whole course in a sentence', () => {
    expect(courseSaid(measureOf('phq9', ...COURSE))).toBe(
      'PHQ-9, 4 answers. First 1 Jan 2026: 18/27, moderately severe range. Newest 1 May 2026: 12/27, moderate range; item 5 not answered, filled in by the measure’s rule.',
    );
  });

  it('says which way is better, and explains what is drawn, and only that', () => {
    expect(legendSaid(measureOf('phq9', ...COURSE))).toBe(
      'Lower is better · tinted: within measurement error of baseline · dashed: cut-off',
    );
    const cesd = measureOf(
      'cesd',
      { on: '2026-10-01', total: 20 },
      { on: '2026-11-01', total: 40 },
    );
    expect(legendSaid(cesd)).not.toContain('tinted');
    expect(legendSaid({ ...cesd, measure: null })).toBe('');
  });
});

describe('the chart', () => {
  const geometry = drawn(measureOf('phq9', ...COURSE));

  it('has a true time axis: ninety days are nine times as wide as ten', () => {
    const [first, second, third] = [geometry.points[0], geometry.points[1], geometry.gaps[0]];
    const tenDays = (second?.x ?? 0) - (first?.x ?? 0);
    const ninetyDays = (third?.x ?? 0) - (second?.x ?? 0);
    expect(ninetyDays / tenDays).toBeCloseTo(9, 5);
  });

  it('leaves a gap where a response can’t be scored', () => {
    expect(geometry.gaps).toHaveLength(1);
    expect(geometry.points).toHaveLength(3);
    expect(geometry.path.match(/M/g)).toHaveLength(2);
  });

  it('leaves a gap where answers are not shown', () => {
    const measure = { ...measureOf('phq9', ...COURSE.slice(0, 2)), totalCount: 30 };
    expect(drawn(measure).path.match(/M/g)).toHaveLength(2);
  });

  it('draws the corridor one threshold to each side of baseline', () => {
    const [baseline] = geometry.points;
    const { corridor, plot } = geometry;
    const pointsPerPixel = 27 / (plot.bottom - plot.top);
    const middle = (corridor?.y ?? 0) + (corridor?.height ?? 0) / 2;
    expect(middle).toBeCloseTo(baseline?.y ?? -1, 5);
    expect((corridor?.height ?? 0) * pointsPerPixel).toBeCloseTo(12, 5);
  });

  it('cuts the corridor at the ends of the scale', () => {
    const low = drawn(
      measureOf(
        'phq9',
        { on: '2026-01-01', total: 2, fixed: safe },
        { on: '2026-02-01', total: 3, fixed: safe },
      ),
    );
    const { corridor, plot } = low;
    expect((corridor?.y ?? 0) + (corridor?.height ?? 0)).toBeCloseTo(plot.bottom, 5);
    expect((corridor?.height ?? 0) * (27 / (plot.bottom - plot.top))).toBeCloseTo(8, 5);
  });

  it('has no corridor where no change is judged', () => {
    expect(
      drawn(measureOf('cesd', { on: '2026-10-01', total: 20 }, { on: '2026-11-01', total: 40 }))
        .corridor,
    ).toBeNull();
  });

  it('fills the last score only, and marks what was filled in', () => {
    expect(geometry.points.map(({ last }) => last)).toEqual([false, false, true]);
    expect(geometry.points.map(({ score }) => score.prorated)).toEqual([false, false, true]);
  });

  it('puts higher scores higher, and the cut-off at its value', () => {
    const [eighteen, seventeen] = geometry.points;
    expect(eighteen?.y).toBeLessThan(seventeen?.y ?? 0);
    const tick = geometry.heights.find(({ value }) => value === 10);
    expect(geometry.cutOffY).toBe(tick?.y);
  });

  it('puts a single score in the middle', () => {
    const single = drawn(measureOf('gad7', { on: '2026-11-01', total: 10 }));
    expect(single.points[0]?.x).toBe((single.plot.left + single.plot.right) / 2);
    expect(single.dates).toHaveLength(1);
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

  it('has a line and a corridor that begin with the episode', () => {
    const { path, corridor, episodeX, points } = drawn(back, cameBack);
    expect(path.match(/M/g)).toHaveLength(2);
    expect(corridor?.x).toBe(episodeX);
    expect(episodeX).toBeGreaterThan(points[1]?.x ?? Number.NaN);
    expect(episodeX).toBeLessThan(points[2]?.x ?? Number.NaN);
    expect(legendSaid(back)).toContain('tinted');
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
