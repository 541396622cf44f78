import type { RuleOutcome } from '../contracts/alert.ts';
import type { ScorePoint } from '../contracts/alert-evidence.ts';
import { daysBetween } from '../contracts/calendar.ts';
import type { DatedReading, Measure } from '../contracts/measure.ts';
import type { RuleSettings } from '../contracts/rule-settings.ts';
import { atLeast } from '../scoring/rounding.ts';
import { P1 } from './catalogue/couple.ts';
import { NO_SETTINGS, settingsInForce } from './catalogue/settings.ts';
import { askedChange } from './rules/asked-change.ts';
import { clears, fires } from './rules/rule.ts';

/**
 * P1, couple gap: the two partners' newest scores on one measure, at most 14 days apart, differ by at
 * least the reliable-change value, which is the error of a difference between two people as well as
 * between two times. Information. Clears when the next two such scores differ by less. It never says
 * who is right.
 *
 * Takes each partner's readings of the measure, corrections settled, in any order; the caller has made
 * sure that both agreed to share it. Null when there are no two scores to compare, and for a measure
 * without a recommended value.
 */
export function evaluateCouple(
  measure: Measure,
  one: readonly DatedReading[],
  other: readonly DatedReading[],
  settings: RuleSettings = NO_SETTINGS,
): RuleOutcome | null {
  const rule = settingsInForce(P1, settings);
  const threshold = askedChange(measure, rule);
  const [first, second] = [newestPoint(measure, one), newestPoint(measure, other)];
  if (threshold === null || first === null || second === null || !measure.trend) return null;
  if (Math.abs(daysBetween(first.on, second.on)) > rule.number('days')) return null;
  const gap = Math.abs(first.total - second.total);
  if (!atLeast(gap, threshold)) return clears(rule, measure);
  if (!rule.enabled) return null;
  const evidence = { kind: 'coupleGap', one: first, other: second, gap, threshold } as const;
  return fires(rule, measure, 'info', evidence);
}

function newestPoint(
  { id, version }: Measure,
  readings: readonly DatedReading[],
): ScorePoint | null {
  const newest = readings
    .filter((reading) => reading.measureId === id && reading.version === version)
    .toSorted(byDay)
    .at(-1);
  const responseId = newest?.responseIds.at(-1);
  if (newest === undefined || responseId === undefined) return null;
  const { on, total, displayed, band } = newest;
  return { responseId, on, total, displayed, band };
}

function byDay(one: DatedReading, other: DatedReading): number {
  return (
    daysBetween(other.on, one.on) || Date.parse(one.submittedAt) - Date.parse(other.submittedAt)
  );
}
