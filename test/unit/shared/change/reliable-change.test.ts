import { describe, expect, it } from 'vitest';
import { chooseCutOff, cutOffA, cutOffB, cutOffC } from '#shared/change/cut-offs.ts';
import {
  reliableChangeIndex,
  reliableChangePoints,
  standardErrorOfDifference,
  standardErrorOfMeasurement,
  wholePoints,
} from '#shared/change/reliable-change.ts';
import { clinicalSignificance } from '#shared/change/significance.ts';
import { INSTRUMENTS } from '#shared/instruments/registry.ts';
import { valueOf } from '../value-of.ts';

describe('error of measurement and of a difference', () => {
  it.each([
    ['Jacobson & Truax 1991', 7.5, 0.8, 3.3541, 4.7434, 9.2969],
    ['PHQ-9, alpha', 6.1, 0.89, 2.0231, 2.8612, 5.608],
    ['PHQ-9, test-retest', 6.1, 0.84, 2.44, 3.4507, 6.763],
    ['GAD-7, alpha', 4.7, 0.92, 1.3294, 1.88, 3.685],
    ['GAD-7, test-retest', 4.7, 0.83, 1.9379, 2.7405, 5.371],
    ['PCL-5, test-retest', 14.72, 0.82, 6.2452, 8.832, 17.31],
    ['CES-D, alpha', 8.58, 0.85, 3.323, 4.6995, 9.211],
  ])('%s', (_, sd, reliability, sem, sdiff, points) => {
    const precision = { sd, reliability };
    expect(valueOf(standardErrorOfMeasurement(precision))).toBeCloseTo(sem, 3);
    expect(valueOf(standardErrorOfDifference(precision))).toBeCloseTo(sdiff, 3);
    expect(valueOf(reliableChangePoints(precision))).toBeCloseTo(points, 2);
  });

  it.each([
    [0.94, 11.54],
    [0.98, 6.66],
  ])('CSI-16 with SD 17 and alpha %f: %f points', (reliability, points) => {
    expect(valueOf(reliableChangePoints({ sd: 17, reliability }))).toBeCloseTo(points, 2);
  });

  it('agrees with every computed value that the measures carry', () => {
    const computed = INSTRUMENTS.flatMap(({ reliableChange, otherReliableChange, subscales }) =>
      [...otherReliableChange, ...(reliableChange === null ? [] : [reliableChange])]
        .filter(({ kind }) => kind === 'computed')
        .map((stated) => {
          const doubled = subscales.find(({ id }) => id === stated.subscale)?.multiplier;
          return { stated, step: doubled ?? 1 };
        }),
    );
    expect(computed.length).toBeGreaterThan(12);
    for (const { stated, step } of computed) {
      expect(wholePoints(valueOf(reliableChangePoints(stated)), step)).toBe(stated.value);
    }
  });

  it('needs more than the points, so a whole number is exceeded by one', () => {
    expect(wholePoints(5.608)).toBe(6);
    expect(wholePoints(6)).toBe(7);
    expect(wholePoints(6.94, 2)).toBe(8);
    expect(wholePoints(8, 2)).toBe(10);
  });
});

describe('precision that makes no sense is refused', () => {
  it.each([
    [0, 0.8, 'sdNotPositive'],
    [-1, 0.8, 'sdNotPositive'],
    [Number.NaN, 0.8, 'sdNotPositive'],
    [Number.POSITIVE_INFINITY, 0.8, 'sdNotPositive'],
    [7.5, -0.1, 'reliabilityOutsideRange'],
    [7.5, 1.1, 'reliabilityOutsideRange'],
    [7.5, Number.NaN, 'reliabilityOutsideRange'],
    [null, 0.8, 'sdMissing'],
    [7.5, null, 'reliabilityMissing'],
  ])('SD %f, reliability %f', (sd, reliability, refusal) => {
    const refused = { ok: false, refusal };
    expect(standardErrorOfMeasurement({ sd, reliability })).toEqual(refused);
    expect(standardErrorOfDifference({ sd, reliability })).toEqual(refused);
    expect(reliableChangePoints({ sd, reliability })).toEqual(refused);
    expect(reliableChangeIndex(1, 2, { sd, reliability })).toEqual(refused);
  });

  it('an index without any error of measurement has no value', () => {
    expect(reliableChangeIndex(1, 2, { sd: 7.5, reliability: 1 })).toEqual({
      ok: false,
      refusal: 'noMeasurementError',
    });
    expect(valueOf(reliableChangePoints({ sd: 7.5, reliability: 1 }))).toBe(0);
  });
});

describe('reliable change index', () => {
  it('of the example in Jacobson & Truax 1991 is 3.16: reliable', () => {
    const { index, reliable } = valueOf(
      reliableChangeIndex(32.5, 47.5, { sd: 7.5, reliability: 0.8 }),
    );
    expect(index).toBeCloseTo(3.1623, 4);
    expect(reliable).toBe(true);
  });

  it('of a PHQ-9 from 18 to 11 is -2.03 with test-retest reliability: reliable', () => {
    const judged = valueOf(reliableChangeIndex(18, 11, { sd: 6.1, reliability: 0.84 }));
    expect(judged.index).toBeCloseTo(-2.029, 3);
    expect(judged.reliable).toBe(true);
  });

  it('must exceed 1.96, not reach it', () => {
    // SD sqrt(0.5) and reliability 0 make the error of a difference exactly 1.
    const unit = { sd: Math.SQRT1_2, reliability: 0 };
    expect(valueOf(reliableChangeIndex(0, 1.96, unit)).reliable).toBe(false);
    expect(valueOf(reliableChangeIndex(0, 1.961, unit)).reliable).toBe(true);
  });
});

describe('cut-offs of Jacobson & Truax 1991', () => {
  const clinical = { mean: 40, sd: 7.5 };
  const functional = { mean: 60, sd: 7.5 };

  it('a 55, b 45, c 50 in their example', () => {
    expect(valueOf(cutOffA(clinical, 'higherBetter'))).toBe(55);
    expect(valueOf(cutOffB(functional, 'higherBetter'))).toBe(45);
    expect(valueOf(cutOffC(clinical, functional))).toBe(50);
  });

  it('lie on the other side where lower is better', () => {
    expect(valueOf(cutOffA({ mean: 18, sd: 5 }, 'higherWorse'))).toBe(8);
    expect(valueOf(cutOffB({ mean: 4, sd: 3 }, 'higherWorse'))).toBe(10);
  });

  it('b takes the spread of the functional group, which differs from the clinical one', () => {
    expect(valueOf(cutOffB({ mean: 60, sd: 5 }, 'higherBetter'))).toBe(50);
  });

  it('c leans towards the group that spreads less', () => {
    // AAQ-II norms of Bond 2011: 28.3 (9.9) and 18.51 (7.05).
    const c = valueOf(cutOffC({ mean: 28.3, sd: 9.9 }, { mean: 18.51, sd: 7.05 }));
    expect(c).toBeCloseTo(22.58, 2);
  });

  it('c is taken when both norms exist, else b, else a', () => {
    expect(valueOf(chooseCutOff({ clinical, functional }, 'higherBetter'))).toEqual({
      kind: 'c',
      value: 50,
    });
    expect(valueOf(chooseCutOff({ clinical: null, functional }, 'higherBetter'))).toEqual({
      kind: 'b',
      value: 45,
    });
    expect(valueOf(chooseCutOff({ clinical, functional: null }, 'higherBetter'))).toEqual({
      kind: 'a',
      value: 55,
    });
    expect(chooseCutOff({ clinical: null, functional: null }, 'higherBetter')).toEqual({
      ok: false,
      refusal: 'noNorm',
    });
    expect(
      chooseCutOff({ clinical: { mean: 40, sd: 0 }, functional: null }, 'higherBetter'),
    ).toEqual({
      ok: false,
      refusal: 'sdNotPositive',
    });
  });

  it('are refused without any spread', () => {
    const refused = { ok: false, refusal: 'sdNotPositive' };
    expect(cutOffA({ mean: 1, sd: 0 }, 'higherWorse')).toEqual(refused);
    expect(cutOffB({ mean: 1, sd: -1 }, 'higherWorse')).toEqual(refused);
    expect(cutOffC({ mean: 1, sd: 1 }, { mean: 2, sd: 0 })).toEqual(refused);
  });
});

describe('clinical significance', () => {
  const jacobsonTruax = {
    threshold: 9.2969,
    cutOff: { value: 50, op: '<=' },
    direction: 'higherBetter',
  } as const;
  const phq9 = { threshold: 6, cutOff: { value: 10, op: '>=' }, direction: 'higherWorse' } as const;

  it('from 32.5 to 47.5 with cut-off 50 is improved, not recovered', () => {
    expect(clinicalSignificance({ ...jacobsonTruax, pre: 32.5, post: 47.5 })).toBe('improved');
    expect(clinicalSignificance({ ...jacobsonTruax, pre: 32.5, post: 52 })).toBe('recovered');
  });

  it.each([
    [18, 9, 'recovered'],
    [20, 12, 'improved'],
    [9, 3, 'improved'],
    [12, 9, 'unchanged'],
    [12, 18, 'deteriorated'],
    [2, 9, 'deteriorated'],
    [8, 14, 'harmed'],
  ])('of a PHQ-9 from %i to %i is %s', (pre, post, category) => {
    expect(clinicalSignificance({ ...phq9, pre, post })).toBe(category);
  });
});
