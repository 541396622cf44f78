import { describe, expect, it } from 'vitest';
import { isInEpisode } from '#shared/change/episode.ts';
import { judgeChange, percentBetter } from '#shared/change/judge.ts';
import { judgeOutcome } from '#shared/change/outcome.ts';
import { percentageBetter } from '#shared/change/percentage.ts';
import { risesThreeTimes } from '#shared/change/rises.ts';
import { judgeTrend, slope } from '#shared/change/slope.ts';
import { addDays, type CalendarDate } from '#shared/contracts/calendar.ts';
import { cesd } from '#shared/instruments/data/cesd.ts';
import { gad7 } from '#shared/instruments/data/gad7.ts';
import { phq9 } from '#shared/instruments/data/phq9.ts';

const START = '2026-03-02' as CalendarDate;
const weekly = (totals: readonly number[]) =>
  totals.map((total, week) => ({ on: addDays(START, 7 * week), total }));

const point = (total: number) => ({ total, displayed: total });

/** The direction of weekly scores on a scale where higher is worse, reliable change 6. */
function judged(totals: readonly number[]) {
  const line = slope(weekly(totals));
  return line === null ? null : judgeTrend(line, 6, 'higherWorse');
}

describe('change judged by a whole-point threshold', () => {
  it.each([
    [18, 12, 'reliableImprovement'],
    [18, 13, 'noReliableChange'],
    [12, 12, 'noReliableChange'],
    [12, 17, 'noReliableChange'],
    [12, 18, 'reliableWorsening'],
  ])('PHQ-9 from %i to %i: %s', (from, to, category) => {
    expect(judgeChange(from, to, 6, 'higherWorse')).toBe(category);
  });

  it('turns round where higher is better', () => {
    expect(judgeChange(40, 47, 7, 'higherBetter')).toBe('reliableImprovement');
    expect(judgeChange(47, 40, 7, 'higherBetter')).toBe('reliableWorsening');
  });

  it('looks at unrounded totals: 5.75 points are not 6', () => {
    expect(judgeChange(10, 15.75, 6, 'higherWorse')).toBe('noReliableChange');
  });

  it('does not lose a point to floating-point noise', () => {
    expect(judgeChange(0.1 + 0.2, 6.3, 6, 'higherWorse')).toBe('reliableWorsening');
  });
});

describe('percent change', () => {
  it('is positive when better, in either direction of the scale', () => {
    expect(percentBetter(20, 10, 'higherWorse')).toBe(50);
    expect(percentBetter(20, 30, 'higherWorse')).toBe(-50);
    expect(percentBetter(40, 50, 'higherBetter')).toBe(25);
  });

  it('has no meaning from 0', () => {
    expect(percentBetter(0, 5, 'higherWorse')).toBeNull();
    expect(percentageBetter(0, 5, 'higherWorse')).toEqual({ ok: false, refusal: 'zeroBaseline' });
  });
});

describe('response and remission on the PHQ-9', () => {
  it.each([
    [20, 10, 'response', false],
    [20, 11, 'partialResponse', false],
    [16, 4, 'response', true],
    [9, 4, 'notApplicable', true],
    [20, 16, 'notYet', false],
    [20, 5, 'response', false],
    [20, 15, 'partialResponse', false],
    [12, 20, 'notYet', false],
    [0, 0, 'notApplicable', true],
  ])('from %i to %i: %s, remission %s', (from, to, response, remission) => {
    expect(judgeOutcome(point(from), point(to), phq9)).toEqual({ response, remission });
  });

  it('from 0 is no response, even where 0 counts as clinical', () => {
    const cutOffs = phq9.cutOffs.map((cutOff) => ({ ...cutOff, value: 0 }));
    expect(judgeOutcome(point(0), point(0), { ...phq9, cutOffs })).toEqual({
      response: 'notApplicable',
      remission: true,
    });
  });

  it('is not judged where nothing says what a clinical baseline is', () => {
    expect(judgeOutcome(point(20), point(4), { ...phq9, cutOffs: [] })).toBeNull();
  });

  it('is not judged by definitions that are only recalled, or where there are none', () => {
    expect(gad7.outcome.provenance).toBe('recalled');
    expect(judgeOutcome(point(18), point(4), gad7)).toBeNull();
    expect(judgeOutcome(point(40), point(4), cesd)).toBeNull();
  });
});

describe('slope', () => {
  it('of 14, 15, 17, 18, 20 a week apart is 1.5 points a week, standard error .1', () => {
    const line = slope(weekly([14, 15, 17, 18, 20]));
    expect(line?.perWeek).toBeCloseTo(1.5, 10);
    expect(line?.standardError).toBeCloseTo(0.1, 10);
    expect(line?.interval.low).toBeCloseTo(1.18, 2);
    expect(line?.interval.high).toBeCloseTo(1.82, 2);
    expect(line).toMatchObject({ count: 5, spanWeeks: 4 });
  });

  it('takes uneven intervals as they are', () => {
    const days = [0, 3, 21, 28, 70];
    const points = days.map((day) => ({ on: addDays(START, day), total: 20 - day / 7 }));
    const line = slope(points);
    expect(line?.perWeek).toBeCloseTo(-1, 10);
    expect(line?.standardError).toBeCloseTo(0, 10);
  });

  it('needs four scores, not all on one day', () => {
    expect(slope(weekly([14, 15, 17]))).toBeNull();
    expect(slope([1, 2, 3, 4].map((total) => ({ on: START, total })))).toBeNull();
  });
});

describe('direction of a slope', () => {
  it('is named when it is large and clear enough', () => {
    expect(judged([14, 15, 17, 18, 20])).toBe('worsening');
    expect(judged([20, 18, 17, 15, 14])).toBe('improving');
  });

  it('counts a perfect line', () => {
    expect(judged([10, 11, 12, 13])).toBe('worsening');
  });

  it('is not named below half the reliable change, however straight', () => {
    expect(judged([10, 10.5, 11, 11.5])).toBe('noClearTrend');
  });

  it('is not named inside twice the standard error, however steep', () => {
    expect(judged([10, 22, 8, 24])).toBe('noClearTrend');
  });

  it('is not named at exactly twice the standard error', () => {
    const line = { perWeek: 1, interval: { low: 0, high: 2 }, count: 6, spanWeeks: 10 };
    expect(judgeTrend({ ...line, standardError: 0.5 }, 6, 'higherWorse')).toBe('noClearTrend');
    expect(judgeTrend({ ...line, standardError: 0.49 }, 6, 'higherWorse')).toBe('worsening');
  });

  it('is not named for a level line', () => {
    expect(judged([12, 12, 12, 12])).toBe('noClearTrend');
  });

  it('turns round where higher is better', () => {
    const line = slope(weekly([40, 44, 48, 52]));
    expect(line === null ? null : judgeTrend(line, 7, 'higherBetter')).toBe('improving');
  });
});

describe('the present episode', () => {
  it('begins two weeks before care does', () => {
    const inCareSince = '2026-03-16' as CalendarDate;
    const days = ['2026-03-01', '2026-03-02', '2026-03-16', '2026-05-01'] as CalendarDate[];
    expect(days.map((day) => isInEpisode(day, inCareSince))).toEqual([false, true, true, true]);
  });
});

describe('three rises in a row', () => {
  it.each([
    [[10, 11, 12, 13], true],
    [[10, 11, 12, 12.5], false],
    [[10, 10, 12, 14], false],
    [[10, 12, 12, 14], false],
    [[10, 12, 15, 15], false],
    [[10, 12, 16, 14], false],
    [[10, 9, 12, 14], false],
    [[10, 11, 12, 11], false],
  ] as const)('%j: %s', (run, expected) => {
    expect(risesThreeTimes(run, 6, 'higherWorse')).toBe(expected);
  });

  it('are falls where higher is better', () => {
    expect(risesThreeTimes([50, 48, 47, 45], 7, 'higherBetter')).toBe(true);
    expect(risesThreeTimes([45, 47, 48, 50], 7, 'higherBetter')).toBe(false);
  });
});
