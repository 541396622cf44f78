import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeChange } from '#shared/change/judge.ts';
import { reliableChangeIndex, reliableChangePoints } from '#shared/change/reliable-change.ts';
import { judgeTrend, slope } from '#shared/change/slope.ts';
import { addDays, type CalendarDate } from '#shared/contracts/calendar.ts';

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
