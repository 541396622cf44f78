import type { ScoringRule } from '../contracts/scoring-rule.ts';
import { shownPlaces } from '../instruments/shown.ts';

/** Sums of prorated parts such as 10/3 + 7/6 may fall a hair short of the number they mean. */
const FLOAT_SLACK = 1e-9;

/**
 * Rounds half up, as scores are displayed: 15.5 becomes 16, with one place 2.45 becomes 2.5.
 * `places` from 0 to 3.
 */
export function roundHalfUp(value: number, places = 0): number {
  const unit = 10 ** places;
  return Math.floor(value * unit + 0.5 + FLOAT_SLACK) / unit;
}

/** A score as people see it: whole points, two decimals where it is a mean of items. */
export function displayedScore(total: number, method: ScoringRule['method']): number {
  return roundHalfUp(total, shownPlaces(method));
}

/** Whether `value` reaches `threshold` ("at least"), forgiving floating-point noise only. */
export function atLeast(value: number, threshold: number): boolean {
  return value >= threshold - FLOAT_SLACK;
}
