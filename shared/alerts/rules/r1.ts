import { relapseOf } from '../../trajectory/remission.ts';
import type { EpisodeLine } from '../history/line-history.ts';
import { askedReliableChange } from './asked-change.ts';
import { fromTo } from './change-evidence.ts';
import { clears, fires, type ScoreRule } from './rule.ts';

/**
 * R1, relapse: in the clinical range again after a remission, and worse than the score in remission
 * by the reliable-change value (PHQ-9: remission below 5, relapse from 10). Urgent when it begins;
 * nothing more is said while it lasts. Clears when the score is out of the range, or within the
 * value of the one in remission.
 */
export const r1: ScoreRule<'share'> = ({ measure, baseline, scores, before }, rule) => {
  const reliableChange = askedReliableChange(measure, rule);
  if (scores.length < 2 || reliableChange === null) return null;
  const relapseIn = (within: EpisodeLine['scores']) =>
    relapseOf(within, { ...measure, reliableChange });
  const relapse = relapseIn(scores);
  if (relapse === null) return clears(rule, measure);
  if (relapseIn(before().scores) !== null) return null;
  const { remission, latest } = relapse;
  return fires(rule, measure, 'urgent', {
    kind: 'relapse',
    baseline,
    ...fromTo(remission, latest),
    threshold: reliableChange.value,
  });
};
