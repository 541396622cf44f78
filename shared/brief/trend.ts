import {
  judgeTrend,
  slope,
  TREND_MINIMUM,
  TREND_WINDOW,
  type TrendPoint,
} from '../change/slope.ts';
import type { DatedScore, Trend } from '../contracts/brief.ts';
import type { Instrument } from '../contracts/instrument.ts';

/**
 * The direction over the newest scores, one a day (the day's last). Too early with fewer than
 * four. Without a reliable-change value the slope is given, but no direction is claimed.
 */
export function trendOf(scores: readonly DatedScore[], instrument: Instrument | null): Trend {
  const points = lastOfEachDay(scores);
  const line = slope(points.slice(-TREND_WINDOW));
  if (line === null) return { status: 'tooEarly', have: points.length, need: TREND_MINIMUM };
  const threshold = instrument?.reliableChange?.value;
  return {
    status: 'judged',
    perWeek: line.perWeek,
    standardError: line.standardError,
    count: line.count,
    verdict:
      instrument === null || threshold === undefined
        ? 'noClearTrend'
        : judgeTrend(line, threshold, instrument.direction),
  };
}

function lastOfEachDay(scores: readonly DatedScore[]): TrendPoint[] {
  const byDay = new Map<string, TrendPoint>();
  for (const { on, total } of scores) {
    if (total !== null) byDay.set(on, { on, total });
  }
  return [...byDay.values()];
}
