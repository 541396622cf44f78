import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeAnchor } from '#shared/change/anchor.ts';
import { type ChangeIndex, categoryOfIndex } from '#shared/change/change-index.ts';
import { edwardsNunnallyIndex, edwardsNunnallyInterval } from '#shared/change/edwards-nunnally.ts';
import { hagemanArrindell } from '#shared/change/hageman-arrindell.ts';
import { corridorAround, judgeChange } from '#shared/change/judge.ts';
import { nunnallyKotsch } from '#shared/change/nunnally-kotsch.ts';
import { judgePercentage } from '#shared/change/percentage.ts';
import { gulliksenLordNovick, hsuLinnLord } from '#shared/change/regression-prediction.ts';
import { reliableChangeIndex, reliableChangePoints } from '#shared/change/reliable-change.ts';
import { clinicalSignificance } from '#shared/change/significance.ts';
import { judgeTrend, slope } from '#shared/change/slope.ts';
import { studentT95 } from '#shared/change/student-t.ts';
import { addDays, type CalendarDate } from '#shared/contracts/calendar.ts';
import type { Result } from '#shared/contracts/result.ts';

/** What the methods of an index are given besides the two scores. */
interface Given {
  readonly precision: { readonly sd: number; readonly reliability: number };
  readonly preMean: number;
  readonly postMean: number;
  readonly postReliability: number;
  readonly correlation: number;
}
type Judged = Result<ChangeIndex, string>;

const START = '2026-01-05' as CalendarDate;
const total = fc.integer({ min: 0, max: 80 });
const precision = fc.record({
  sd: fc.double({ min: 0.5, max: 30, noNaN: true }),
  reliability: fc.double({ min: 0, max: 0.99, noNaN: true }),
});
const MIRROR = {
  reliableImprovement: 'reliableWorsening',
  reliableWorsening: 'reliableImprovement',
  noReliableChange: 'noReliableChange',
} as const;

/** Four to nine dated totals, oldest first, at least a day apart. */
const line = fc
  .array(fc.record({ total, gap: fc.integer({ min: 1, max: 60 }) }), {
    minLength: 4,
    maxLength: 9,
  })
  .map((steps) => {
    let day = START;
    return steps.map((step) => {
      day = addDays(day, step.gap);
      return { on: day, total: step.total };
    });
  });

describe('a judged change', () => {
  it('is the mirror image when the scores are exchanged, or the scale is turned', () => {
    fc.assert(
      fc.property(total, total, fc.integer({ min: 1, max: 20 }), (from, to, threshold) => {
        const category = judgeChange(from, to, threshold, 'higherWorse');
        expect(judgeChange(to, from, threshold, 'higherWorse')).toBe(MIRROR[category]);
        expect(judgeChange(from, to, threshold, 'higherBetter')).toBe(MIRROR[category]);
      }),
    );
  });
});

describe('the corridor', () => {
  it('holds exactly the scores that are no reliable change', () => {
    fc.assert(
      fc.property(total, total, fc.integer({ min: 1, max: 20 }), (from, to, threshold) => {
        const { low, high } = corridorAround(from, threshold);
        const inside = to > low && to < high;
        expect(judgeChange(from, to, threshold, 'higherWorse') === 'noReliableChange').toBe(inside);
      }),
    );
  });
});

describe('clinical significance', () => {
  it('is the same on a scale that is turned round', () => {
    const threshold = fc.integer({ min: 1, max: 20 });
    fc.assert(
      fc.property(total, total, threshold, total, (pre, post, least, cutOff) => {
        const plain = clinicalSignificance({
          pre,
          post,
          threshold: least,
          cutOff: { value: cutOff, op: '>=' },
          direction: 'higherWorse',
        });
        const turned = clinicalSignificance({
          pre: 80 - pre,
          post: 80 - post,
          threshold: least,
          cutOff: { value: 80 - cutOff, op: '<=' },
          direction: 'higherBetter',
        });
        expect(turned).toBe(plain);
      }),
    );
  });
});

describe('every index', () => {
  const group = fc.record({
    preMean: fc.integer({ min: 0, max: 80 }),
    postMean: fc.integer({ min: 0, max: 80 }),
    postReliability: fc.double({ min: 0.1, max: 0.95, noNaN: true }),
    correlation: fc.double({ min: -0.5, max: 0.3, noNaN: true }),
  });
  const known = fc.record({
    sd: fc.double({ min: 1, max: 30, noNaN: true }),
    reliability: fc.double({ min: 0.5, max: 0.95, noNaN: true }),
  });
  const methods: [string, (pre: number, post: number, given: Given) => Judged][] = [
    ['Jacobson & Truax', (pre, post, { precision: p }) => reliableChangeIndex(pre, post, p)],
    ['Edwards & Nunnally', (pre, post, given) => edwardsNunnallyIndex({ ...given, pre, post })],
    [
      'Gulliksen, Lord & Novick',
      (pre, post, given) => gulliksenLordNovick({ ...given, pre, post }),
    ],
    ['Hsu, Linn & Lord', (pre, post, given) => hsuLinnLord({ ...given, pre, post })],
    ['Nunnally & Kotsch', (pre, post, given) => nunnallyKotsch({ ...given, pre, post })],
    [
      'Hageman & Arrindell',
      (pre, post, { preMean, postMean, precision: { sd, reliability }, correlation }) =>
        hagemanArrindell({
          pre,
          post,
          before: { mean: preMean, sd },
          after: { mean: postMean, sd },
          reliability,
          correlation,
        }),
    ],
  ];

  it.each(methods)(
    'turns with the scale, means included, and stays the same class: %s',
    (_, index) => {
      fc.assert(
        fc.property(total, total, known, group, (pre, post, precision_, means) => {
          const given = { ...means, precision: precision_ };
          const plain = index(pre, post, given);
          const turned = index(80 - pre, 80 - post, {
            ...given,
            preMean: 80 - means.preMean,
            postMean: 80 - means.postMean,
          });
          if (!plain.ok || !turned.ok) throw new Error('refused');
          expect(turned.value.index).toBeCloseTo(-plain.value.index, 7);
          fc.pre(
            [1.96, 1.645].every((edge) => Math.abs(Math.abs(plain.value.index) - edge) > 1e-6),
          );
          expect(categoryOfIndex(turned.value, 'higherBetter')).toBe(
            categoryOfIndex(plain.value, 'higherWorse'),
          );
        }),
      );
    },
  );

  it.each(methods)('does not depend on where the scale begins: %s', (_, index) => {
    const shift = fc.integer({ min: -50, max: 50 });
    fc.assert(
      fc.property(total, total, known, group, shift, (pre, post, precision_, means, constant) => {
        const given = { ...means, precision: precision_ };
        const plain = index(pre, post, given);
        const moved = index(pre + constant, post + constant, {
          ...given,
          preMean: means.preMean + constant,
          postMean: means.postMean + constant,
        });
        if (!plain.ok || !moved.ok) throw new Error('refused');
        expect(moved.value.index).toBeCloseTo(plain.value.index, 7);
      }),
    );
  });

  it('and the interval of Edwards & Nunnally agree', () => {
    fc.assert(
      fc.property(total, total, known, group, (pre, post, precision_, { preMean }) => {
        const change = { pre, post, preMean, precision: precision_ };
        const judged = edwardsNunnallyIndex(change);
        const interval = edwardsNunnallyInterval(change);
        if (!judged.ok || !interval.ok) throw new Error('refused');
        const inside = post >= interval.value.low && post <= interval.value.high;
        // 1.96 and 1.959964 differ.
        fc.pre(Math.abs(Math.abs(judged.value.index) - 1.96) > 1e-4);
        expect(judged.value.reliable).toBe(!inside);
      }),
    );
  });
});

describe('a change judged by its size', () => {
  it('is better one way and worse the other way round, in points', () => {
    const difference = { value: 5, unit: 'points' } as const;
    const opposite = { better: 'worse', worse: 'better', neither: 'neither' };
    fc.assert(
      fc.property(total, total, (pre, post) => {
        const forth = judgeAnchor(pre, post, difference, 'higherWorse');
        const back = judgeAnchor(post, pre, difference, 'higherWorse');
        if (!forth.ok || !back.ok) throw new Error('refused');
        expect(back.value.category).toBe(opposite[forth.value.category]);
      }),
    );
  });

  it('is never better and worse at once, and is refused from 0 only', () => {
    fc.assert(
      fc.property(total, total, fc.integer({ min: 1, max: 100 }), (pre, post, percent) => {
        const judged = judgePercentage(pre, post, percent, 'higherWorse');
        expect(judged.ok).toBe(pre > 0);
        if (!judged.ok) return;
        if (judged.value === 'better') expect(post).toBeLessThan(pre);
        if (judged.value === 'worse') expect(post).toBeGreaterThan(pre);
      }),
    );
  });
});

describe("Student's t", () => {
  it('falls with the degrees of freedom towards 1.96 and never below', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2000 }), (degrees) => {
        expect(studentT95(degrees)).toBeGreaterThan(studentT95(degrees + 1));
        expect(studentT95(degrees)).toBeGreaterThan(1.959963);
      }),
    );
  });
});

describe('the reliable change index', () => {
  it('changes its sign, not its size, when the scores are exchanged', () => {
    fc.assert(
      fc.property(total, total, precision, (pre, post, known) => {
        const forth = reliableChangeIndex(pre, post, known);
        const back = reliableChangeIndex(post, pre, known);
        if (!forth.ok || !back.ok) throw new Error('refused');
        expect(forth.value.index).toBeCloseTo(-back.value.index, 9);
        expect(forth.value.reliable).toBe(back.value.reliable);
      }),
    );
  });

  it('is reliable exactly beyond the points, but for the rounding of 1.96', () => {
    fc.assert(
      fc.property(total, total, precision, (pre, post, known) => {
        const index = reliableChangeIndex(pre, post, known);
        const points = reliableChangePoints(known);
        if (!index.ok || !points.ok) throw new Error('refused');
        const distance = Math.abs(post - pre);
        fc.pre(Math.abs(distance - points.value) > 0.001 * points.value);
        expect(index.value.reliable).toBe(distance > points.value);
      }),
    );
  });
});

describe('the slope', () => {
  it('does not depend on where the scale begins, and turns with it', () => {
    fc.assert(
      fc.property(line, fc.integer({ min: -20, max: 20 }), (points, shift) => {
        const plain = slope(points);
        const shifted = slope(points.map((point) => ({ ...point, total: point.total + shift })));
        const turned = slope(points.map((point) => ({ ...point, total: -point.total })));
        if (plain === null || shifted === null || turned === null) throw new Error('no slope');
        expect(shifted.perWeek).toBeCloseTo(plain.perWeek, 6);
        expect(shifted.standardError).toBeCloseTo(plain.standardError, 6);
        expect(turned.perWeek).toBeCloseTo(-plain.perWeek, 6);
      }),
    );
  });

  it('is never called improving and worsening by turning the scale twice', () => {
    const opposite = {
      improving: 'worsening',
      worsening: 'improving',
      noClearTrend: 'noClearTrend',
    };
    fc.assert(
      fc.property(line, fc.integer({ min: 1, max: 20 }), (points, threshold) => {
        const fitted = slope(points);
        if (fitted === null) throw new Error('no slope');
        const verdict = judgeTrend(fitted, threshold, 'higherWorse');
        expect(judgeTrend(fitted, threshold, 'higherBetter')).toBe(opposite[verdict]);
      }),
    );
  });
});
