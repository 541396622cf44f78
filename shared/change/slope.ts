import { type CalendarDate, daysBetween } from '../contracts/calendar.ts';
import { atLeast } from '../scoring/rounding.ts';
import type { Direction } from './direction.ts';
import { studentT95 } from './student-t.ts';

/** An unrounded total on a day. */
export interface TrendPoint {
  readonly on: CalendarDate;
  readonly total: number;
}

/** A straight line through dated scores. */
export interface Slope {
  /** Points per week, signed as scored. */
  readonly perWeek: number;
  /** Standard error of `perWeek`; 0 for a perfect line. */
  readonly standardError: number;
  /** 95 % confidence interval of `perWeek`: +/- t(.975, N - 2) standard errors. */
  readonly interval: { readonly low: number; readonly high: number };
  readonly count: number;
  /** From the first to the last score. */
  readonly spanWeeks: number;
}

/** Fewest scores that a direction is given from. */
export const TREND_MINIMUM = 4;
/** Most scores that a direction rests on: the newest ones (our choice, no published rule). */
export const TREND_WINDOW = 6;

/**
 * Least-squares slope over scores on different days, oldest first; intervals may be uneven.
 * b = sum((t - tbar)(y - ybar)) / Sxx, SE = sqrt(SSE / (N - 2) / Sxx), t in weeks. Null with fewer
 * than {@link TREND_MINIMUM} scores or when all lie on one day.
 */
export function slope(points: readonly TrendPoint[]): Slope | null {
  const [first] = points;
  if (first === undefined || points.length < TREND_MINIMUM) return null;
  const weeks = points.map(({ on }) => daysBetween(first.on, on) / 7);
  const meanWeek = mean(weeks);
  const meanTotal = mean(points.map(({ total }) => total));
  const deviations = points.map(({ total }, index) => ({
    t: (weeks[index] ?? 0) - meanWeek,
    y: total - meanTotal,
  }));
  const sxx = sum(deviations.map(({ t }) => t * t));
  if (sxx === 0) return null;
  const perWeek = sum(deviations.map(({ t, y }) => t * y)) / sxx;
  const sse = sum(deviations.map(({ t, y }) => (y - perWeek * t) ** 2));
  const standardError = Math.sqrt(sse / (points.length - 2) / sxx);
  const margin = studentT95(points.length - 2) * standardError;
  return {
    perWeek,
    standardError,
    interval: { low: perWeek - margin, high: perWeek + margin },
    count: points.length,
    spanWeeks: weeks.at(-1) ?? 0,
  };
}

/**
 * Our rule, not a published one: a direction is named when the change along the line is at least
 * half the reliable-change value and the slope exceeds twice its standard error; otherwise there
 * is no clear trend.
 */
export function judgeTrend(
  { perWeek, standardError, spanWeeks }: Slope,
  threshold: number,
  direction: Direction,
): 'improving' | 'worsening' | 'noClearTrend' {
  const large = atLeast(Math.abs(perWeek) * spanWeeks, threshold / 2);
  const clear = Math.abs(perWeek) > 2 * standardError;
  if (!large || !clear) return 'noClearTrend';
  const rising = perWeek > 0;
  return rising === (direction === 'higherWorse') ? 'worsening' : 'improving';
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function mean(values: readonly number[]): number {
  return sum(values) / values.length;
}
