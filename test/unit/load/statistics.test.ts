import { expect, it } from 'vitest';
import { median, quantile, spread } from '#test/load/statistics.ts';

it('the median of an even number of values lies between the middle two', () => {
  expect(median([9, 1, 4, 2])).toBe(3);
  expect(median([9, 1, 4])).toBe(4);
});

it('quantiles run from the smallest to the largest value', () => {
  const values = [30, 10, 20, 50, 40];
  expect(quantile(values, 0)).toBe(10);
  expect(quantile(values, 0.99)).toBeCloseTo(49.6);
  expect(quantile(values, 1)).toBe(50);
});

it('the spread is the width of the middle half', () => {
  expect(spread([10, 20, 30, 40, 50])).toBe(20);
  expect(spread([7, 7, 7])).toBe(0);
});

it('nothing has no median', () => {
  expect(() => median([])).toThrow('no values');
});
