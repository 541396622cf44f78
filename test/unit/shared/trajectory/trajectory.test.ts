import { describe, expect, it } from 'vitest';
import { cesd } from '#shared/instruments/data/cesd.ts';
import { phq9 } from '#shared/instruments/data/phq9.ts';
import { limitsInForce, STATED_LIMITS } from '#shared/trajectory/limits.ts';
import { trajectory } from '#shared/trajectory/trajectory.ts';
import { IN_CARE, observed, observedLine, weekly } from '#test/support/a-line.ts';

const options = { care: IN_CARE };

describe('response and remission (PHQ-9)', () => {
  it.each([
    [20, 10, 'response', false, 'improved'],
    [20, 11, 'partialResponse', false, 'improved'],
    [16, 4, 'response', true, 'recovered'],
    [9, 4, 'notApplicable', true, 'unchanged'],
    [8, 14, 'notApplicable', false, 'harmed'],
  ])('from %i to %i: %s, remission %s, %s', (from, to, response, remission, significance) => {
    const line = trajectory(weekly([from, to]), phq9, options);
    expect(line.outcome).toEqual({ response, remission });
    expect(line.significance).toBe(significance);
  });
});

describe('everything said of one line', () => {
  const line = trajectory(weekly([18, 17, 15, 13, 12, 11]), phq9, options);

  it('agrees with itself', () => {
    expect(line).toMatchObject({
      baseline: { total: 18 },
      previous: { total: 12 },
      latest: { total: 11 },
      corridor: { low: 12, high: 24 },
      sinceBaseline: { points: -7, days: 35, threshold: 6, category: 'reliableImprovement' },
      sincePrevious: { points: -1, category: 'noReliableChange' },
      significance: 'improved',
      outcome: { response: 'partialResponse', remission: false },
      firstRemission: null,
      relapse: null,
      improvement: { now: 'confirmed', onset: { days: 28, standing: 'confirmed' } },
      trend: { status: 'fitted', verdict: 'improving' },
      threeRises: null,
      suddenChanges: [],
      onTrack: { status: 'notFlagged', measurements: 6 },
      withoutImprovement: { status: 'improved' },
    });
    expect(line.nonResponse.map(({ status }) => status)).toEqual(['below', 'notYet', 'notYet']);
  });

  it('sets minimally important differences beside the reliable change', () => {
    expect(
      line.importantChanges.map(({ difference, judgement }) => [
        difference.value,
        difference.unit,
        judgement?.category,
      ]),
    ).toEqual([
      [5, 'points', 'better'],
      [21, 'percentOfBaseline', 'better'],
    ]);
    const fromZero = trajectory(weekly([0, 6]), phq9, options);
    expect(fromZero.sinceBaseline).toMatchObject({ percentBetter: null, points: 6 });
    expect(fromZero.importantChanges.map(({ judgement }) => judgement?.category ?? null)).toEqual([
      'worse',
      null,
    ]);
  });
});

describe('sudden changes', () => {
  it('go by the reliable-change value of the measure', () => {
    const { suddenChanges } = trajectory(weekly([20, 19, 20, 12, 11, 12]), phq9, options);
    expect(suddenChanges).toMatchObject([{ kind: 'gain', magnitude: 8, reversed: false }]);
    expect(trajectory(weekly([20, 19, 20, 15, 14, 15]), phq9, options).suddenChanges).toEqual([]);
  });
});

describe('three rises in a row', () => {
  it('are named with the points between the first and the last', () => {
    const { threeRises } = trajectory(weekly([12, 10, 12, 14, 16]), phq9, options);
    expect(threeRises).toMatchObject({ points: 6, run: [{ total: 10 }, {}, {}, { total: 16 }] });
    expect(trajectory(weekly([10, 11, 12, 12.5]), phq9, options).threeRises).toBeNull();
  });
});

describe('the trend of a long course', () => {
  it('rests on its newest six scores', () => {
    const { trend } = trajectory(weekly([0, 27, 0, 11, 12, 13, 14, 15, 16]), phq9, options);
    expect(trend).toMatchObject({ status: 'fitted', perWeek: 1, spanWeeks: 5 });
  });
});

describe('a line with little on it', () => {
  it('of nothing has an episode and no judgement', () => {
    const line = trajectory([], phq9, options);
    expect(line.points).toEqual([]);
    expect(line.episodes).toHaveLength(1);
    expect(line.sinceBaseline).toMatchObject({ status: 'notJudged', reason: 'noScore' });
    expect(line.nonResponse).toEqual([]);
  });

  it('of one point has a baseline and nothing to compare it with', () => {
    const line = trajectory([observed(1, 0, 18)], phq9, options);
    const { baseline, latest, previous, sinceBaseline, outcome, significance } = line;
    expect(baseline).toEqual(latest);
    expect({ previous, outcome, significance }).toEqual({
      previous: null,
      outcome: null,
      significance: null,
    });
    expect(sinceBaseline).toMatchObject({ reason: 'onlyOneScore', points: null });
    expect(line.importantChanges).toEqual([]);
    expect(line.improvement).toEqual({ status: 'notJudged' });
    expect(line.onTrack).toMatchObject({ status: 'tooEarly', measurements: 1 });
    expect(line.withoutImprovement.status).toBe('tooEarly');
  });
});

describe('a measure', () => {
  it('without a reliable-change value gives points and no judgement', () => {
    const line = trajectory(weekly([40, 30, 20, 10, 5]), cesd, options);
    expect(line.sinceBaseline).toMatchObject({ reason: 'noThreshold', points: -35 });
    expect(line).toMatchObject({
      corridor: null,
      significance: null,
      improvement: { status: 'notJudged' },
      suddenChanges: [],
      trend: { status: 'fitted', verdict: null },
    });
    const drop = trajectory(weekly([40, 40, 40, 10, 10, 10]), cesd, options);
    expect(drop.suddenChanges).toEqual([]);
  });

  it('without a cut-off has changes, and none of them is significant', () => {
    const line = trajectory(weekly([18, 4]), { ...phq9, cutOffs: [] }, options);
    expect(line.sinceBaseline).toMatchObject({ category: 'reliableImprovement' });
    expect(line.significance).toBeNull();
  });

  it('that is not made for change is drawn and judged by nothing', () => {
    const screen = { ...phq9, trend: false };
    const line = trajectory(weekly([20, 20, 20, 20, 4]), screen, options);
    expect(line.points).toHaveLength(5);
    expect(line).toMatchObject({
      corridor: null,
      sinceBaseline: { status: 'notJudged', reason: 'noThreshold' },
      significance: null,
      importantChanges: [],
      outcome: null,
      firstRemission: null,
      trend: { status: 'notTrended' },
      onTrack: { status: 'notJudged' },
      nonResponse: [],
    });
  });
});

describe('the limits', () => {
  it('are stated with their provenance and replaced one by one', () => {
    for (const { provenance, source } of Object.values(STATED_LIMITS)) {
      expect(provenance).toBe('proposal');
      expect(source).not.toBe('');
    }
    const stated = Object.entries(STATED_LIMITS).map(([name, { value }]) => [name, value]);
    expect(limitsInForce({})).toEqual(Object.fromEntries(stated));
    expect(limitsInForce({ episodeGapDays: 60 })).toEqual({
      ...limitsInForce({}),
      episodeGapDays: 60,
    });
    const line = observedLine([
      [0, 20],
      [61, 12],
    ] as const);
    const own = trajectory(line, phq9, { ...options, limits: { episodeGapDays: 60 } });
    expect(own.episodes.map(({ because }) => because)).toEqual(['care', 'gap']);
  });
});
