import { describe, expect, it } from 'vitest';
import { suddenChanges } from '#shared/trajectory/sudden-changes.ts';
import { measuredWeekly } from '#test/support/a-line.ts';

/** Sudden changes at a cut-off of 6, as `[kind, before, after, reversed]`. */
function found(
  totals: readonly number[],
  direction: 'higherWorse' | 'higherBetter' = 'higherWorse',
) {
  return suddenChanges(measuredWeekly(totals), 6, direction).map(
    ({ kind, before, after, reversed }) => [kind, before.total, after.total, reversed],
  );
}

describe('a sudden gain', () => {
  it('meets all three criteria of Tang & DeRubeis 1999', () => {
    expect(found([20, 19, 20, 12, 11, 12])).toEqual([['gain', 20, 12, false]]);
    expect(suddenChanges(measuredWeekly([20, 19, 20, 12, 11, 12]), 6, 'higherWorse')).toMatchObject(
      [{ magnitude: 8 }],
    );
  });

  it.each([
    ['smaller than the cut-off', [20, 19, 20, 15, 15, 15]],
    ['less than a quarter of the score before', [28, 28, 28, 21.5, 21.5, 21.5]],
    ['not lasting: the means are within the spread', [20, 12, 20, 12, 20, 12]],
    ['only one score before it', [20, 12, 11, 12]],
    ['only one score after it', [20, 19, 20, 12]],
    ['nothing at all', []],
  ])('is none: %s', (_, totals) => {
    expect(found(totals)).toEqual([]);
  });

  it('is as large as the cut-off and a quarter at least', () => {
    expect(found([24, 24, 24, 18, 18, 18])).toEqual([['gain', 24, 18, false]]);
    expect(found([24, 24, 24, 18.1, 18.1, 18.1])).toEqual([]);
  });

  it('compares means with t by how many scores there are: 2.776, 3.182, 4.303', () => {
    // Spread 2 on both sides (SD 2): means 8 apart exceed 2.776 * 2 = 5.55 with three and three.
    expect(found([18, 22, 20, 12, 10, 14])).toEqual([['gain', 20, 12, false]]);
    // Two and three: 21 against 12, 9 apart, pooled sqrt((2 + 8) / 3) = 1.826, 3.182 * 1.826 = 5.81.
    expect(found([22, 20, 12, 10, 14])).toEqual([['gain', 20, 12, false]]);
    // Two and two: 21 against 13, 8 apart, pooled sqrt((2 + 2) / 2) = 1.414, 4.303 * 1.414 = 6.09.
    expect(found([22, 20, 12, 14])).toEqual([['gain', 20, 12, false]]);
    // Just far enough apart: 6.5 of 6.09.
    expect(found([21.5, 19.5, 13, 15])).toEqual([['gain', 19.5, 13, false]]);
    // Just too close together for what t asks: 5 of 6.51, 5.5 of 5.81, 6.2 of 7.06.
    expect(found([18, 22, 20, 14, 13, 18])).toEqual([]);
    expect(found([18, 20, 13.5, 11.5, 15.5])).toEqual([]);
    expect(found([21.5, 19.5, 13, 15.6])).toEqual([]);
  });

  it('asks for more than t: means exactly that far apart are within the spread', () => {
    // Two and two: 10000 against 5697, pooled sqrt((0 + 2000000) / 2) = 1000, 4.303 * 1000 = 4303.
    expect(found([10_000, 10_000, 4697, 6697])).toEqual([]);
    expect(found([10_000, 10_000, 4696, 6696])).toEqual([['gain', 10_000, 4696, false]]);
  });

  it('looks back no further than three scores', () => {
    expect(found([40, 40, 20, 19, 20, 12, 11, 12])).toEqual([
      ['gain', 40, 20, false],
      ['gain', 20, 12, false],
    ]);
  });

  it('is reversed when a later score exceeds the score before less half of it', () => {
    expect(found([20, 19, 20, 12, 11, 12, 16])).toEqual([['gain', 20, 12, false]]);
    expect(found([20, 19, 20, 12, 11, 12, 16.5])).toEqual([['gain', 20, 12, true]]);
    expect(found([20, 19, 20, 12, 11, 12, 18, 9])).toEqual([['gain', 20, 12, true]]);
  });

  it('is a rise where higher is better', () => {
    expect(found([20, 19, 20, 28, 29, 28], 'higherBetter')).toEqual([['gain', 20, 28, false]]);
    expect(found([20, 19, 20, 12, 11, 12], 'higherBetter')).toEqual([['loss', 20, 12, false]]);
  });
});

describe('a sudden loss', () => {
  it('is the mirror image, reversal included', () => {
    expect(found([12, 11, 12, 20, 19, 20])).toEqual([['loss', 12, 20, false]]);
    expect(found([12, 11, 12, 20, 19, 20, 16])).toEqual([['loss', 12, 20, false]]);
    expect(found([12, 11, 12, 20, 19, 20, 15])).toEqual([['loss', 12, 20, true]]);
  });

  it('may be smaller than a point on a scale of means', () => {
    const means = suddenChanges(measuredWeekly([1, 1, 1, 1.8, 1.8, 1.8]), 0.5, 'higherWorse');
    expect(means.map(({ kind }) => kind)).toEqual(['loss']);
  });

  it('from 0 rests on the cut-off, since a quarter of 0 is 0', () => {
    expect(found([0, 0, 0, 7, 7, 7])).toEqual([['loss', 0, 7, false]]);
  });
});
