import { ok, type Result, refuse } from '../contracts/result.ts';
import type { MinimallyImportantDifference } from '../contracts/thresholds.ts';
import { atLeast } from '../scoring/rounding.ts';
import { type Direction, pointsWorse } from './direction.ts';
import { percentageBetter, type SizeCategory, sizeCategory } from './percentage.ts';

/** A minimally important difference: at least `value`, up to `upTo` where the source gives a range. */
export type ImportantDifference = Pick<MinimallyImportantDifference, 'value' | 'upTo' | 'unit'>;

/** A change beside the smallest one that people notice. */
export interface AnchorJudgement {
  readonly category: SizeCategory;
  /** True when the change reaches the lower end of a published range and not the upper one. */
  readonly withinRange: boolean;
}

/**
 * The anchor method: the change compared with a minimally important difference, in points or in
 * percent of the earlier score (PHQ-9: 5 points after Loewe 2004, 21 % after Kounali 2022). Such a
 * difference is smaller than measurement error on many scales: it stands beside reliable change and
 * never in place of it.
 */
export function judgeAnchor(
  pre: number,
  post: number,
  { value, upTo, unit }: ImportantDifference,
  direction: Direction,
): Result<AnchorJudgement, 'zeroBaseline' | 'differenceNotPositive'> {
  if (!(value > 0)) return refuse('differenceNotPositive');
  const better =
    unit === 'points'
      ? ok(-pointsWorse(pre, post, direction))
      : percentageBetter(pre, post, direction);
  if (!better.ok) return better;
  const category = sizeCategory(better.value, value);
  const upper = upTo ?? value;
  return ok({
    category,
    withinRange: category !== 'neither' && !atLeast(Math.abs(better.value), upper),
  });
}
