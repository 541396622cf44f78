import { pointsWorse } from '../../change/direction.ts';
import { threeRises } from '../../trajectory/line-trend.ts';
import { askedChange } from './asked-change.ts';
import { clears, fires, type ScoreRule } from './rule.ts';

/**
 * T1, three rises in a row: each of the last three scores is worse than the one before, by at
 * least half the reliable-change value in all. For review. Clears with the first better score; a
 * tie breaks the run but clears nothing.
 */
export const t1: ScoreRule<'share'> = ({ measure, latest, previous, scores }, rule) => {
  const { direction } = measure;
  const threshold = askedChange(measure, rule);
  if (previous === null || threshold === null) return null;
  if (pointsWorse(previous.total, latest.total, direction) < 0) return clears(rule, measure);
  // The run is held against half of what is handed over.
  const rises = threeRises(scores, { direction, threshold: 2 * threshold });
  if (rises === null) return null;
  const { run, points } = rises;
  return fires(rule, measure, 'review', { kind: 'rises', run: [...run], points, threshold });
};
