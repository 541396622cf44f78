import { pointsWorse } from '../../change/direction.ts';
import { thresholdInUse } from '../../change/in-use.ts';
import type { MeasureTrend } from '../../contracts/measure-line.ts';
import type { MeasuredPoint } from '../../contracts/observation.ts';

/** A score with its change since baseline. */
export interface UnitScore {
  readonly point: MeasuredPoint;
  /** In units of reliable change; above 0 is better. */
  readonly units: number;
}

/** What a measure can't be compared for. */
export type NotComparable = 'noThreshold' | 'onlyOneScore';

/** Why a measure is left out, as people read it. */
export const NOT_COMPARABLE_WORDS: Readonly<Record<NotComparable, string>> = {
  noThreshold: 'no reliable-change value',
  onlyOneScore: 'fewer than two scores in this episode of care',
};

/**
 * The scores of the present episode from the baseline on, in units of the measure's reliable change.
 * A share of each range would be no common unit: half of one scale is not as severe as half of
 * another, and scales differ in how far they move by chance.
 */
export function unitScores({
  measure,
  trajectory,
}: MeasureTrend): readonly UnitScore[] | NotComparable {
  const threshold = measure === null ? null : thresholdInUse(measure.reliableChange);
  const { baseline, episodes } = trajectory;
  if (measure === null || threshold === null || !measure.trend) return 'noThreshold';
  if (baseline === null) return 'onlyOneScore';
  const present = episodes.length - 1;
  const points = trajectory.points.flatMap((point) =>
    point.use === 'counted' && point.episode === present && point.on >= baseline.on ? [point] : [],
  );
  if (points.length < 2) return 'onlyOneScore';
  return points.map((point) => ({
    point,
    // The sum keeps a change of nothing from being written as minus 0.
    units: 0 - pointsWorse(baseline.total, point.total, measure.direction) / threshold,
  }));
}
