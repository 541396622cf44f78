import { type Direction, pointsWorse } from '../change/direction.ts';
import { studentT95 } from '../change/student-t.ts';
import type { SuddenChange } from '../contracts/course.ts';
import type { MeasuredPoint } from '../contracts/observation.ts';
import { atLeast } from '../scoring/rounding.ts';

/** Share of the score before it that a sudden change must reach (Tang & DeRubeis 1999). */
const SHARE = 0.25;
/** Scores on either side whose means are compared, and the fewest that will do. */
const SIDE = 3;
const FEWEST = 2;
/** A change is reversed when more than this share of it is undone. */
const REVERSED = 0.5;

/**
 * Sudden gains, and losses as their mirror image, between neighbouring scores n and n + 1 (Tang &
 * DeRubeis 1999, with the reliable-change value as cut-off after Lutz 2013):
 *
 * 1. |y(n) - y(n+1)| >= the cut-off,
 * 2. >= 25 % of y(n),
 * 3. |mean of the three before - mean of the three after| >
 *    t(.975, n1 + n2 - 2) sqrt(((n1 - 1) v1 + (n2 - 1) v2) / (n1 + n2 - 2)), with at least two scores
 *    on either side.
 *
 * A change is reversed when any later score lies beyond the score before it less half the magnitude.
 * Takes the scores of one episode, oldest first; the criteria speak of neighbouring sessions and
 * don't know how many days lie between.
 */
export function suddenChanges(
  scores: readonly MeasuredPoint[],
  cutOff: number,
  direction: Direction,
): readonly SuddenChange[] {
  const extremes = laterExtremes(scores);
  return scores.flatMap((before, index) => {
    const after = scores[index + 1];
    if (after === undefined) return [];
    const magnitude = Math.abs(after.total - before.total);
    if (!atLeast(magnitude, Math.max(cutOff, SHARE * before.total))) return [];
    if (!isLasting(scores, index)) return [];
    const kind = pointsWorse(before.total, after.total, direction) < 0 ? 'gain' : 'loss';
    const half = before.total + (after.total - before.total) * REVERSED;
    const later = extremes[index + 2];
    const reversed =
      later !== undefined && (after.total < before.total ? later.max > half : later.min < half);
    return [{ kind, before, after, magnitude, reversed }];
  });
}

/** Third criterion, for the change after `index`. */
function isLasting(scores: readonly MeasuredPoint[], index: number): boolean {
  const totals = (from: number, to: number) =>
    scores.slice(Math.max(0, from), to).map(({ total }) => total);
  const before = totals(index - SIDE + 1, index + 1);
  const after = totals(index + 1, index + 1 + SIDE);
  if (before.length < FEWEST || after.length < FEWEST) return false;
  const degreesOfFreedom = before.length + after.length - 2;
  const pooled = Math.sqrt((squares(before) + squares(after)) / degreesOfFreedom);
  return Math.abs(mean(before) - mean(after)) > studentT95(degreesOfFreedom) * pooled;
}

/** From each place on, the highest and the lowest of what follows, that place included. */
function laterExtremes(scores: readonly MeasuredPoint[]): { max: number; min: number }[] {
  const extremes: { max: number; min: number }[] = [];
  let max = Number.NEGATIVE_INFINITY;
  let min = Number.POSITIVE_INFINITY;
  for (const { total } of scores.toReversed()) {
    max = Math.max(max, total);
    min = Math.min(min, total);
    extremes.push({ max, min });
  }
  return extremes.toReversed();
}

/** Sum of squared deviations: (n - 1) times the variance. */
function squares(values: readonly number[]): number {
  const centre = mean(values);
  return values.reduce((sum, value) => sum + (value - centre) ** 2, 0);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
