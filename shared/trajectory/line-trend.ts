import type { Direction } from '../change/direction.ts';
import { risesThreeTimes } from '../change/rises.ts';
import { judgeTrend, slope, TREND_MINIMUM } from '../change/slope.ts';
import type { LineTrend, ThreeRises } from '../contracts/course.ts';
import type { MeasuredPoint } from '../contracts/observation.ts';

/** What a direction is judged by. */
export interface TrendRule {
  readonly direction: Direction;
  /** Reliable-change value in points; null where there is none, and then no direction is claimed. */
  readonly threshold: number | null;
  /** At most so many of the newest scores. */
  readonly window: number;
}

/** The line through the newest scores of an episode, oldest first and one a day. */
export function lineTrend(scores: readonly MeasuredPoint[], rule: TrendRule): LineTrend {
  const run = scores.slice(-Math.max(rule.window, TREND_MINIMUM));
  const line = slope(run);
  if (line === null) return { status: 'tooEarly', have: run.length, need: TREND_MINIMUM };
  const { perWeek, standardError, interval, spanWeeks } = line;
  const verdict = rule.threshold === null ? null : judgeTrend(line, rule.threshold, rule.direction);
  return { status: 'fitted', run, perWeek, standardError, interval, spanWeeks, verdict };
}

/** The newest four scores of an episode, when they worsened three times in a row; else null. */
export function threeRises(
  scores: readonly MeasuredPoint[],
  { direction, threshold }: Omit<TrendRule, 'window'>,
): ThreeRises | null {
  const [first, second, third, last] = scores.slice(-4);
  if (threshold === null || !first || !second || !third || !last) return null;
  const totals = [first.total, second.total, third.total, last.total] as const;
  if (!risesThreeTimes(totals, threshold, direction)) return null;
  return { run: [first, second, third, last], points: last.total - first.total };
}
