import { describe, expect, it } from 'vitest';
import { categoryOfIndex, changeIndex } from '#shared/change/change-index.ts';
import { cutOffA, cutOffB, cutOffC } from '#shared/change/cut-offs.ts';
import {
  edwardsNunnallyIndex,
  edwardsNunnallyInterval,
  expectedScore,
} from '#shared/change/edwards-nunnally.ts';
import {
  hagemanArrindell,
  reliabilityOfDifferences,
  trueScoreNorm,
} from '#shared/change/hageman-arrindell.ts';
import { hierarchicalIndex } from '#shared/change/hierarchical.ts';
import { nunnallyKotsch } from '#shared/change/nunnally-kotsch.ts';
import { gulliksenLordNovick, hsuLinnLord } from '#shared/change/regression-prediction.ts';
import { valueOf } from '../value-of.ts';

/** A PHQ-9 from 18 to 11: SD 6.1, test-retest .84, mean before treatment 14. */
const phq9 = {
  pre: 18,
  post: 11,
  preMean: 14,
  precision: { sd: 6.1, reliability: 0.84 },
} as const;

describe('Edwards & Nunnally', () => {
  it('expects 17.36 after an 18, between 12.58 and 22.14; 11 is -2.607: reliable', () => {
    expect(expectedScore(18, 14, 0.84)).toBeCloseTo(17.36, 10);
    const { low, high } = valueOf(edwardsNunnallyInterval(phq9));
    expect(low).toBeCloseTo(12.58, 2);
    expect(high).toBeCloseTo(22.14, 2);
    const judged = valueOf(edwardsNunnallyIndex(phq9));
    expect(judged.index).toBeCloseTo(-2.607, 3);
    expect(judged.reliable).toBe(true);
  });

  it('is the plain distance in SEM for a first score at the mean', () => {
    const atMean = { ...phq9, pre: 14, post: 16.44 };
    expect(valueOf(edwardsNunnallyIndex(atMean)).index).toBeCloseTo(1, 10);
    expect(valueOf(edwardsNunnallyIndex(atMean)).reliable).toBe(false);
  });
});

describe('Gulliksen, Lord & Novick, and Hsu, Linn & Lord', () => {
  it('compare with the score that regression predicts', () => {
    // ((11 - 14) - .84 (18 - 14)) / (6.1 sqrt(1 - .7056)) = -6.36 / 3.30980
    const judged = valueOf(gulliksenLordNovick(phq9));
    expect(judged.index).toBeCloseTo(-1.9216, 4);
    expect(judged.reliable).toBe(false);
  });

  it('the second with the mean after treatment, so a group that improved takes its share', () => {
    // ((11 - 9) - 3.36) / 3.30980
    const judged = valueOf(hsuLinnLord({ ...phq9, postMean: 9 }));
    expect(judged.index).toBeCloseTo(-0.4109, 4);
    expect(valueOf(hsuLinnLord({ ...phq9, postMean: 14 }))).toEqual(
      valueOf(gulliksenLordNovick(phq9)),
    );
  });
});

describe('Nunnally & Kotsch', () => {
  it('carries the error of both measurements', () => {
    // -6.36 / sqrt(.7056 37.21 .16 + 37.21 .11) = -6.36 / sqrt(4.200860 + 4.0931)
    const judged = valueOf(nunnallyKotsch({ ...phq9, postReliability: 0.89 }));
    expect(judged.index).toBeCloseTo(-2.2084, 4);
    expect(judged.reliable).toBe(true);
  });

  it('takes a second measurement of pure error, and one of none', () => {
    // -6.36 / sqrt(4.200860 + 37.21) and -6.36 / sqrt(4.200860)
    const error = valueOf(nunnallyKotsch({ ...phq9, postReliability: 0 }));
    const none = valueOf(nunnallyKotsch({ ...phq9, postReliability: 1 }));
    expect(error.index).toBeCloseTo(-0.9883, 4);
    expect(none.index).toBeCloseTo(-3.103, 3);
  });

  it('refuses a second reliability outside 0 to 1', () => {
    for (const postReliability of [-0.1, 1.1, Number.NaN]) {
      expect(nunnallyKotsch({ ...phq9, postReliability })).toEqual({
        ok: false,
        refusal: 'reliabilityOutsideRange',
      });
    }
  });
});

describe('what regression methods refuse', () => {
  const methods = [
    edwardsNunnallyIndex,
    edwardsNunnallyInterval,
    gulliksenLordNovick,
    (change: typeof phq9) => hsuLinnLord({ ...change, postMean: 9 }),
    (change: typeof phq9) => nunnallyKotsch({ ...change, postReliability: 0.9 }),
  ];

  it.each([
    [{ sd: 0, reliability: 0.84 }, 'sdNotPositive'],
    [{ sd: null, reliability: 0.84 }, 'sdMissing'],
    [{ sd: 6.1, reliability: null }, 'reliabilityMissing'],
    [{ sd: 6.1, reliability: 1.01 }, 'reliabilityOutsideRange'],
  ])('%j: %s', (precision, refusal) => {
    for (const method of methods) {
      const change = { ...phq9, precision };
      expect(method(change as typeof phq9)).toEqual({ ok: false, refusal });
    }
  });

  it('an index without any error has no value; an interval is one point', () => {
    const perfect = { ...phq9, precision: { sd: 6.1, reliability: 1 } };
    const refused = { ok: false, refusal: 'noMeasurementError' };
    expect(edwardsNunnallyIndex(perfect)).toEqual(refused);
    expect(gulliksenLordNovick(perfect)).toEqual(refused);
    expect(nunnallyKotsch({ ...perfect, postReliability: 1 })).toEqual(refused);
    expect(valueOf(edwardsNunnallyInterval(perfect))).toEqual({ low: 18, high: 18 });
  });
});

describe('Hageman & Arrindell', () => {
  const change = {
    pre: 20,
    post: 10,
    before: { mean: 10, sd: 5 },
    after: { mean: 7, sd: 6 },
    reliability: 0.8,
    correlation: 0.5,
  } as const;

  it('draws a difference towards the mean difference by its unreliability', () => {
    // SEM^2 = 5, r2 = 1 - 5/36; rdd = (20 + 31 - 30) / (25 + 36 - 30) = 21/31
    expect(valueOf(reliabilityOfDifferences(change))).toBeCloseTo(21 / 31, 12);
    // (-10 rdd - 3 (1 - rdd)) / (sqrt(rdd) sqrt(2) sqrt(5))
    const judged = valueOf(hagemanArrindell(change));
    expect(judged.index).toBeCloseTo(-2.9745, 4);
    expect(judged.reliable).toBe(true);
  });

  it('is reliable beyond 1.645, which 1.96 would not call so', () => {
    const judged = valueOf(hagemanArrindell({ ...change, post: 14.5 }));
    expect(Math.abs(judged.index)).toBeGreaterThan(1.645);
    expect(Math.abs(judged.index)).toBeLessThan(1.96);
    expect(judged.reliable).toBe(true);
  });

  it.each([
    [{ correlation: 1.2 }, 'correlationOutsideRange'],
    [{ correlation: -1.2 }, 'correlationOutsideRange'],
    [{ correlation: 1 }, 'differencesNotReliable'],
    [{ correlation: Number.NaN }, 'correlationOutsideRange'],
    [{ after: { mean: 7, sd: 2 } }, 'postReliabilityNegative'],
    [{ after: { mean: 7, sd: 0 } }, 'sdNotPositive'],
    [{ after: { mean: 7, sd: -6 } }, 'sdNotPositive'],
    [{ after: { mean: 7, sd: Number.NaN } }, 'sdNotPositive'],
    [{ after: { mean: 7, sd: Number.POSITIVE_INFINITY } }, 'sdNotPositive'],
    [{ before: { mean: 10, sd: -1 } }, 'sdNotPositive'],
    [{ reliability: 2 }, 'reliabilityOutsideRange'],
    [{ after: { mean: 7, sd: 5 }, correlation: 0.9 }, 'differencesNotReliable'],
    [{ reliability: 1 }, 'noMeasurementError'],
  ])('%j is refused: %s', (part, refusal) => {
    expect(hagemanArrindell({ ...change, ...part })).toEqual({ ok: false, refusal });
  });

  it('takes a correlation of -1', () => {
    // (20 + 31 + 60) / (25 + 36 + 60)
    expect(valueOf(reliabilityOfDifferences({ ...change, correlation: -1 }))).toBeCloseTo(
      111 / 121,
      12,
    );
  });

  it('takes a group that spreads after treatment by no more than the error', () => {
    // SEM 2.5 = SD after treatment, so r2 = 0: (25 x .75 + 0) / (25 + 6.25)
    const narrowed = {
      ...change,
      after: { mean: 7, sd: 2.5 },
      reliability: 0.75,
      correlation: 0,
    };
    expect(valueOf(reliabilityOfDifferences(narrowed))).toBe(0.6);
  });

  it('refuses differences that are error alone', () => {
    // 25 x .75 + 25 x .75 - 2 x 25 x .75 = 0
    const noise = { ...change, after: { mean: 7, sd: 5 }, reliability: 0.75, correlation: 0.75 };
    expect(reliabilityOfDifferences(noise)).toEqual({
      ok: false,
      refusal: 'differencesNotReliable',
    });
  });

  it('leaves a spread as it is at a reliability of 1, and nothing of it at 0', () => {
    expect(valueOf(trueScoreNorm({ mean: 1, sd: 2 }, 1))).toEqual({ mean: 1, sd: 2 });
    expect(valueOf(trueScoreNorm({ mean: 1, sd: 2 }, 0))).toEqual({ mean: 1, sd: 0 });
    expect(trueScoreNorm({ mean: 1, sd: 2 }, 1.1).ok).toBe(false);
  });

  it('takes cut-offs from spreads without error: 68.35/22.33 and 50/22 at .93 (Bauer 2004)', () => {
    const clinical = valueOf(trueScoreNorm({ mean: 68.35, sd: 22.33 }, 0.93));
    const functional = valueOf(trueScoreNorm({ mean: 50, sd: 22 }, 0.93));
    expect(clinical.sd).toBeCloseTo(22.33 * 0.964365, 5);
    expect(valueOf(cutOffA(clinical, 'higherWorse'))).toBeCloseTo(25.2814, 3);
    expect(valueOf(cutOffB(functional, 'higherWorse'))).toBeCloseTo(92.4321, 3);
    // One reliability for both leaves c where the plain spreads put it.
    expect(valueOf(cutOffC(clinical, functional))).toBeCloseTo(59.1067, 3);
    expect(trueScoreNorm({ mean: 1, sd: 0 }, 0.9)).toEqual({ ok: false, refusal: 'sdNotPositive' });
    expect(trueScoreNorm({ mean: 1, sd: 1 }, -1)).toEqual({
      ok: false,
      refusal: 'reliabilityOutsideRange',
    });
  });
});

describe('a slope in a group', () => {
  it('is compared with the mean slope, in conditional standard deviations', () => {
    const slope = { deviation: -0.5, conditionalSd: 0.2, measurements: 5 };
    expect(valueOf(hierarchicalIndex(slope))).toEqual({ index: -2.5, reliable: true });
    expect(hierarchicalIndex({ ...slope, measurements: 3 }).ok).toBe(true);
    expect(hierarchicalIndex({ ...slope, measurements: 2 })).toEqual({
      ok: false,
      refusal: 'tooFewMeasurements',
    });
    for (const conditionalSd of [0, -1, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(hierarchicalIndex({ ...slope, conditionalSd })).toEqual({
        ok: false,
        refusal: 'sdNotPositive',
      });
    }
  });
});

describe('the class of an index', () => {
  it('rests on more than the criterion, in either direction', () => {
    expect(changeIndex(1.96, 1.96)).toEqual({ index: 1.96, reliable: false });
    expect(changeIndex(-1.96, 1.96)).toEqual({ index: -1.96, reliable: false });
    expect(changeIndex(-1.97, 1.96)).toEqual({ index: -1.97, reliable: true });
  });

  it.each([
    [-2.1, true, 'higherWorse', 'reliableImprovement'],
    [-2.1, true, 'higherBetter', 'reliableWorsening'],
    [2.1, true, 'higherWorse', 'reliableWorsening'],
    [2.1, true, 'higherBetter', 'reliableImprovement'],
    [1.9, false, 'higherBetter', 'noReliableChange'],
    [0.5, true, 'higherBetter', 'reliableImprovement'],
    [-0.5, true, 'higherBetter', 'reliableWorsening'],
  ] as const)('%f (%s) where %s is %s', (index, reliable, direction, category) => {
    expect(categoryOfIndex({ index, reliable }, direction)).toBe(category);
  });
});
