import { atLeast } from '../scoring/rounding.ts';
import { type Direction, pointsWorse } from './direction.ts';

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

/**
 * Improvement in percent of the earlier score: 100 (from - to) / from, sign reversed where higher
 * is better. Null when the earlier score is 0, where a percentage has no meaning.
 */
export function percentBetter(from: number, to: number, direction: Direction): number | null {
  return from === 0 ? null : (-100 * pointsWorse(from, to, direction)) / from;
}
