import { describe, expect, it } from 'vitest';
import type { MeasuredPoint } from '#shared/contracts/observation.ts';
import { cesd } from '#shared/instruments/data/cesd.ts';
import { gad7 } from '#shared/instruments/data/gad7.ts';
import { phq9 } from '#shared/instruments/data/phq9.ts';
import { improvementOf } from '#shared/trajectory/improvement.ts';
import { limitsInForce } from '#shared/trajectory/limits.ts';
import { lineTrend, threeRises } from '#shared/trajectory/line-trend.ts';
import { nonResponsePoints } from '#shared/trajectory/non-response.ts';
import { onTrack, withoutImprovement } from '#shared/trajectory/on-track.ts';
import { firstRemission, relapseOf } from '#shared/trajectory/remission.ts';
import { dayOf, measuredLine, measuredWeekly } from '#test/support/a-line.ts';

const STATED = limitsInForce({});
const everyTwoWeeks = (totals: readonly number[]) =>
  measuredLine(totals.map((total, index) => [14 * index, total] as const));
const improvement = (course: readonly MeasuredPoint[]) => improvementOf(course, 6, 'higherWorse');

/** Whether a PHQ-9 course is on track. */
function judgedOnTrack(course: readonly MeasuredPoint[]) {
  return onTrack(course, phq9, STATED);
}

/** Whether a PHQ-9 course is without improvement. */
function judgedWithout(course: readonly MeasuredPoint[]) {
  return withoutImprovement(course, phq9, STATED);
}

/** Two scores so many days apart, one point better. */
function twoScores(last: number) {
  return measuredLine([[0, 16] as const, [last, 15] as const]);
}

/** The published weeks of a PHQ-9 as `[week, score, status, nearest]`. */
function weeks(scores: readonly (readonly [number, number])[]) {
  return nonResponsePoints(measuredLine(scores), phq9, STATED.nonResponseWindowDays).map(
    ({ cut, status, nearest }) => [cut.week, cut.score, status, nearest?.total ?? null],
  );
}

describe('time to improvement (reliable change 6)', () => {
  it('of 18, 15, 12, 13, 10 is week 8, provisional: week 4 did not hold', () => {
    expect(improvement(everyTwoWeeks([18, 15, 12, 13, 10]))).toMatchObject({
      now: 'provisional',
      onset: { at: { on: dayOf(56), total: 10 }, days: 56, standing: 'provisional' },
    });
  });

  it('is confirmed when week 10 is 11', () => {
    expect(improvement(everyTwoWeeks([18, 15, 12, 13, 10, 11]))).toMatchObject({
      now: 'confirmed',
      onset: { at: { on: dayOf(56) }, days: 56, standing: 'confirmed' },
    });
  });

  it('stays when the improvement is lost later, and the latest score says so', () => {
    expect(improvement(everyTwoWeeks([18, 12, 11, 17]))).toMatchObject({
      now: 'none',
      onset: { days: 14, standing: 'confirmed' },
    });
  });

  it('is null without any, and not judged without two scores or a threshold', () => {
    expect(improvement(everyTwoWeeks([18, 12, 18]))).toEqual({
      status: 'judged',
      now: 'none',
      onset: null,
    });
    expect(improvement(everyTwoWeeks([18]))).toEqual({ status: 'notJudged' });
    expect(improvementOf(everyTwoWeeks([18, 2]), null, 'higherWorse')).toEqual({
      status: 'notJudged',
    });
  });
});

describe('remission and relapse', () => {
  it('on the PHQ-9: below 5, then at least 10 and 6 points worse', () => {
    const scores = measuredWeekly([16, 4, 9, 10, 12]);
    expect(firstRemission(scores, phq9)?.on).toBe(dayOf(7));
    expect(relapseOf(scores, phq9)).toMatchObject({
      remission: { total: 4 },
      since: { total: 10 },
      latest: { total: 12 },
      points: 8,
    });
  });

  it.each([
    ['still below 10', [16, 4, 9]],
    ['less than 6 points', [16, 4.4, 10]],
    ['better again', [16, 4, 12, 9]],
    ['never in remission', [16, 5, 12]],
    ['never ill before', [3, 4, 12]],
    ['no score', []],
  ] as const)('no relapse: %s', (_, totals) => {
    expect(relapseOf(measuredWeekly(totals), phq9)).toBeNull();
  });

  it('begin with the first score below 5 after one in the clinical range', () => {
    expect(firstRemission(measuredWeekly([8, 16, 4]), phq9)?.on).toBe(dayOf(14));
    expect(firstRemission(measuredWeekly([4, 16, 3, 2]), phq9)?.on).toBe(dayOf(14));
    expect(firstRemission(measuredWeekly([8, 4]), phq9)).toBeNull();
  });

  it('is measured from the newest remission', () => {
    expect(relapseOf(measuredWeekly([16, 2, 11, 4, 13]), phq9)).toMatchObject({
      remission: { total: 4, on: dayOf(21) },
      since: { on: dayOf(28) },
      points: 9,
    });
  });

  it('goes by the cut-off where no definition was seen in its source', () => {
    const scores = measuredWeekly([16, 8, 13]);
    expect(relapseOf(scores, gad7)).toMatchObject({ remission: { total: 8 }, points: 5 });
    expect(relapseOf(measuredWeekly([16, 9, 12]), gad7)).toBeNull();
  });

  it('is not judged without a reliable-change value or a cut-off', () => {
    expect(relapseOf(measuredWeekly([40, 4, 40]), cesd)).toBeNull();
    const withoutCutOff = { ...phq9, cutOffs: [] };
    expect(relapseOf(measuredWeekly([16, 4, 16]), withoutCutOff)).toBeNull();
    expect(firstRemission(measuredWeekly([16, 4]), withoutCutOff)).toBeNull();
  });
});

describe('on track', () => {
  it('is not, with neither reliable improvement nor 20 % at the 4th measurement', () => {
    expect(judgedOnTrack(measuredWeekly([16, 15, 17, 14]))).toEqual({
      status: 'notOnTrack',
      measurements: 4,
      days: 21,
      percentBetter: 12.5,
      stage: 'review',
    });
  });

  it('asks for more from the 6th measurement on', () => {
    expect(judgedOnTrack(measuredWeekly([16, 15, 17, 14, 15, 16]))).toMatchObject({
      status: 'notOnTrack',
      stage: 'act',
    });
  });

  it.each([
    ['20 %', [15, 14, 14, 12]],
    ['reliable improvement', [25, 24, 20, 19]],
  ])('is not flagged with %s', (_, totals) => {
    expect(judgedOnTrack(measuredWeekly(totals)).status).toBe('notFlagged');
  });

  it.each([
    ['three measurements in five weeks', [0, 14, 35]],
    ['four in 20 days', [0, 5, 10, 20]],
  ])('is too early to say with %s', (_, days) => {
    const course = measuredLine(days.map((day) => [day, 16] as const));
    expect(judgedOnTrack(course)).toEqual({
      status: 'tooEarly',
      measurements: days.length,
      needMeasurements: 4,
      days: days.at(-1),
      needDays: 21,
    });
  });

  it('is not asked in remission, nor of a baseline below the cut-off', () => {
    expect(judgedOnTrack(measuredWeekly([10, 10, 10, 4])).status).toBe('remitted');
    expect(judgedOnTrack(measuredWeekly([9, 9, 9, 9]))).toEqual({
      status: 'notJudged',
      reason: 'baselineNotClinical',
    });
  });

  it('is not judged without scores, threshold or cut-off', () => {
    const four = measuredWeekly([30, 30, 30, 30]);
    expect(judgedOnTrack([])).toEqual({ status: 'notJudged', reason: 'noScore' });
    expect(onTrack(four, cesd, STATED)).toEqual({ status: 'notJudged', reason: 'noThreshold' });
    expect(onTrack(four, { ...phq9, cutOffs: [] }, STATED)).toEqual({
      status: 'notJudged',
      reason: 'noCutOff',
    });
  });

  it('of a clinical baseline of 0 rests on the points alone', () => {
    const satisfaction = {
      ...phq9,
      direction: 'higherBetter',
      outcome: null,
      cutOffs: phq9.cutOffs.map((cutOff) => ({ ...cutOff, op: '<' as const })),
    } as const;
    expect(onTrack(measuredWeekly([0, 0, 0, 5]), satisfaction, STATED)).toMatchObject({
      status: 'notOnTrack',
      percentBetter: null,
    });
    expect(onTrack(measuredWeekly([0, 0, 0, 6]), satisfaction, STATED).status).toBe('notFlagged');
    const anyPercent = limitsInForce({ onTrackPercent: 0 });
    expect(onTrack(measuredWeekly([0, 0, 0, 5]), satisfaction, anyPercent).status).toBe(
      'notOnTrack',
    );
  });

  it('goes by the numbers that a practice has set', () => {
    const course = measuredWeekly([16, 15, 17, 14, 13]);
    const own = limitsInForce({ onTrackMeasurements: 6, onTrackPercent: 10 });
    expect(onTrack(course, phq9, own)).toMatchObject({ status: 'tooEarly', needMeasurements: 6 });
    expect(onTrack(course, phq9, limitsInForce({ onTrackPercent: 10 })).status).toBe('notFlagged');
  });
});

describe('without improvement', () => {
  it('after 6 measurements or 8 weeks, whichever comes first', () => {
    expect(judgedWithout(measuredWeekly([16, 15, 15, 15, 15])).status).toBe('tooEarly');
    expect(judgedWithout(measuredWeekly([16, 15, 15, 15, 15, 15]))).toEqual({
      status: 'withoutImprovement',
      measurements: 6,
      days: 35,
    });
    expect(judgedWithout(twoScores(55)).status).toBe('tooEarly');
    expect(judgedWithout(twoScores(56)).status).toBe('withoutImprovement');
  });

  it('is over with a reliable improvement', () => {
    expect(judgedWithout(measuredWeekly([16, 15, 15, 15, 15, 10])).status).toBe('improved');
    expect(judgedWithout(measuredWeekly([9, 9, 9, 9, 9, 9])).status).toBe('notJudged');
  });
});

describe('the published weeks of likely non-response', () => {
  it('are 17 at week 4, 13 at week 9 and 9 at week 14', () => {
    expect(
      weeks([
        [0, 20],
        [28, 17],
        [63, 12],
        [98, 9],
      ]),
    ).toEqual([
      [4, 17, 'reached', 17],
      [9, 13, 'below', 12],
      [14, 9, 'reached', 9],
    ]);
  });

  it('take the nearest score, though a later one lies within 7 days too', () => {
    expect(
      weeks([
        [0, 20],
        [27, 18],
        [33, 12],
      ])[0],
    ).toEqual([4, 17, 'reached', 18]);
  });

  it('take the nearest score within 7 days, of two equally near ones the later', () => {
    expect(
      weeks([
        [0, 20],
        [21, 18],
        [35, 12],
        [36, 19],
      ])[0],
    ).toEqual([4, 17, 'below', 12]);
    expect(
      weeks([
        [0, 20],
        [20, 18],
      ])[0],
    ).toEqual([4, 17, 'notYet', null]);
    expect(
      weeks([
        [0, 20],
        [21, 18],
      ])[0],
    ).toEqual([4, 17, 'reached', 18]);
    expect(
      weeks([
        [0, 20],
        [20, 18],
        [36, 18],
      ])[0],
    ).toEqual([4, 17, 'noMeasurement', null]);
  });

  it('without a score near week 9, are missed from the eighth day after it', () => {
    const week9 = [55, 56, 70, 71].map((day) => weeks([[0, 20] as const, [day, 14] as const])[1]);
    expect(week9).toEqual([
      [9, 13, 'notYet', null],
      [9, 13, 'reached', 14],
      [9, 13, 'reached', 14],
      [9, 13, 'noMeasurement', null],
    ]);
  });

  it('are for a clinical baseline, and for values that were seen in their source', () => {
    expect(
      weeks([
        [0, 9],
        [28, 20],
      ]),
    ).toEqual([]);
    expect(weeks([])).toEqual([]);
    const recalled = phq9.nonResponse.map((cut) => ({ ...cut, provenance: 'recalled' as const }));
    const course = measuredLine([
      [0, 20],
      [28, 20],
    ] as const);
    expect(nonResponsePoints(course, { ...phq9, nonResponse: recalled }, 7)).toEqual([]);
    expect(nonResponsePoints(course, gad7, 7)).toEqual([]);
  });
});

describe('the trend', () => {
  const rule = { direction: 'higherWorse', threshold: 6, window: 6 } as const;

  it('of 14, 15, 17, 18, 20 is 1.5 a week, 1.18 to 1.82, worsening', () => {
    const trend = lineTrend(measuredWeekly([14, 15, 17, 18, 20]), rule);
    if (trend.status !== 'fitted') throw new Error(trend.status);
    expect(trend.perWeek).toBeCloseTo(1.5, 10);
    expect(trend.interval.low).toBeCloseTo(1.18, 2);
    expect(trend.interval.high).toBeCloseTo(1.82, 2);
    expect(trend).toMatchObject({ verdict: 'worsening', spanWeeks: 4 });
    expect(trend.run).toHaveLength(5);
  });

  it('rests on the newest scores, at least four', () => {
    const scores = measuredWeekly([0, 27, 0, 14, 15, 16, 17]);
    expect(lineTrend(scores, { ...rule, window: 4 })).toMatchObject({ perWeek: 1 });
    expect(lineTrend(scores, { ...rule, window: 1 })).toMatchObject({ perWeek: 1 });
  });

  it('claims no direction without a threshold, and nothing of three scores', () => {
    const withoutThreshold = { ...rule, threshold: null };
    expect(lineTrend(measuredWeekly([1, 9, 17, 25]), withoutThreshold)).toMatchObject({
      status: 'fitted',
      verdict: null,
    });
    expect(lineTrend(measuredWeekly([1, 9, 17]), rule)).toEqual({
      status: 'tooEarly',
      have: 3,
      need: 4,
    });
  });

  it('names three rises in a row with their four scores', () => {
    const found = threeRises(measuredWeekly([20, 10, 11, 12, 13]), rule);
    expect(found?.run.map(({ total }) => total)).toEqual([10, 11, 12, 13]);
    expect(found?.points).toBe(3);
    expect(threeRises(measuredWeekly([10, 11, 12]), rule)).toBeNull();
    expect(threeRises(measuredWeekly([10, 11, 12, 12]), rule)).toBeNull();
    expect(threeRises(measuredWeekly([10, 11, 12, 13]), { ...rule, threshold: null })).toBeNull();
  });
});
