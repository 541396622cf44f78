import { atLeast } from '../scoring/rounding.ts';
import { type Direction, pointsWorse } from './direction.ts';
import { percentageBetter } from './percentage.ts';

/** A difference between two scores, judged against measurement error. */
export type ChangeCategory = 'reliableImprovement' | 'reliableWorsening' | 'noReliableChange';

/**
 * Judges the change between two unrounded totals by a published whole-point threshold: "at
 * least" that many points is reliable (the published values mean >=; only the index itself is
 * strict).
 */
export function judgeChange(
  from: number,
  to: number,
  threshold: number,
  direction: Direction,
): ChangeCategory {
  const worse = pointsWorse(from, to, direction);
  if (atLeast(worse, threshold)) return 'reliableWorsening';
  return atLeast(-worse, threshold) ? 'reliableImprovement' : 'noReliableChange';
}

/** {@link percentageBetter} for where it is shown: null when the earlier score is 0. */
export function percentBetter(from: number, to: number, direction: Direction): number | null {
  const better = percentageBetter(from, to, direction);
  return better.ok ? better.value : null;
}

/**
 * The corridor around a score inside which, both ends excluded, no change is reliable: what a chart
 * shades. In points; it may reach beyond the range of the scale.
 */
export function corridorAround(
  score: number,
  threshold: number,
): { readonly low: number; readonly high: number } {
  return { low: score - threshold, high: score + threshold };
}
