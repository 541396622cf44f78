import { ok, type Result, refuse } from '../contracts/result.ts';
import { atLeast } from '../scoring/rounding.ts';
import { type Direction, pointsWorse } from './direction.ts';

/** A class by the size of a change alone; it says nothing about measurement error. */
export type SizeCategory = 'better' | 'worse' | 'neither';

/**
 * Improvement in percent of the earlier score: 100 (pre - post) / pre, sign reversed where higher
 * is better; negative when worse. Refuses a baseline of 0, of which nothing is a percentage: rules
 * that go on regardless call one case improved and deteriorated at once.
 */
export function percentageBetter(
  pre: number,
  post: number,
  direction: Direction,
): Result<number, 'zeroBaseline'> {
  return pre > 0 ? ok((-100 * pointsWorse(pre, post, direction)) / pre) : refuse('zeroBaseline');
}

/**
 * The percentage method: change / pre of at least `percent`, in either direction. What percentage
 * counts is a convention of the field, not a property of the scale.
 */
export function judgePercentage(
  pre: number,
  post: number,
  percent: number,
  direction: Direction,
): Result<SizeCategory, 'zeroBaseline' | 'percentNotPositive'> {
  if (!(percent > 0)) return refuse('percentNotPositive');
  const better = percentageBetter(pre, post, direction);
  return better.ok ? ok(sizeCategory(better.value, percent)) : better;
}

/** Whether an improvement (negative: a worsening) is at least as large as `least`. */
export function sizeCategory(better: number, least: number): SizeCategory {
  if (atLeast(better, least)) return 'better';
  return atLeast(-better, least) ? 'worse' : 'neither';
}
