import { describe, expect, it } from 'vitest';
import { thinned } from '#shared/charts/lay/thin.ts';
import type { Observation } from '#shared/contracts/observation.ts';
import { dayOf, lineId, observed } from '#test/support/a-line.ts';
import { drawn } from './a-chart.ts';

/** Scores of a middling course, with one that stands out high and one that stands out low. */
function longLine(length: number): Observation[] {
  const total = (index: number) => {
    if (index === Math.floor(length / 3)) return 27;
    return index === Math.floor(length / 2) ? 0 : 8 + ((index * 7) % 11);
  };
  return Array.from({ length }, (_, index) => observed(index + 1, index, total(index)));
}

describe('ten thousand points', () => {
  const all = longLine(10_000);
  const named = new Set([lineId(1234), lineId(1235), lineId(7777)]);
  const { marks, thinned: count, paths, dateTicks } = drawn(all, {}, { named });

  it('are drawn as few, whose number depends on the width and not on theirs', () => {
    const widest = 4 * (368 / 4) + named.size + 4;
    expect(marks.length).toBeLessThan(widest);
    expect(drawn(longLine(20_000)).marks.length).toBeLessThan(widest);
    expect(count).toBe(10_000 - marks.length);
    expect(paths.flatMap(({ points }) => points).length).toBeLessThan(widest);
    expect(dateTicks.length).toBeLessThan(20);
  });

  it('keep the first, the last, the extremes, and what an alert rests on', () => {
    const keys = new Set(marks.map(({ key }) => key));
    const extremes = [Math.floor(10_000 / 3), 5000].map((index) => lineId(index + 1));
    for (const id of [lineId(1), lineId(10_000), ...extremes, ...named]) {
      expect(keys).toContain(id);
    }
  });

  it('stay in order', () => {
    const days = marks.map(({ on }) => on);
    expect(days).toEqual(days.toSorted());
    expect(days[0]).toBe(dayOf(0));
  });
});

describe('a column', () => {
  it('of four or fewer is left as it is, of more keeps its ends and extremes', () => {
    const column = [3, 5, 1, 9, 4].map((y, place) => ({ x: place / 10, y }));
    expect(thinned(column.slice(0, 4), () => false)).toHaveLength(4);
    expect(thinned(column, () => false).map(({ y }) => y)).toEqual([3, 1, 9, 4]);
    expect(thinned(column, ({ y }) => y === 5).map(({ y }) => y)).toEqual([3, 5, 1, 9, 4]);
  });
});
