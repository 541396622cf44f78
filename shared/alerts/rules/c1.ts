import { judgeChange } from '../../change/judge.ts';
import type { MeasuredPoint } from '../../contracts/observation.ts';
import { stretchState } from '../history/stretch.ts';
import { askedChange } from './asked-change.ts';
import { changeEvidence } from './change-evidence.ts';
import { clears, fires, type ScoreRule } from './rule.ts';

/**
 * C1, reliable worsening since the previous score: at least the reliable-change value. For
 * review. It stays as long as the score is still that much worse than the one before the jump, and
 * clears when it is back within the value of that score.
 */
export const c1: ScoreRule<'share'> = ({ measure, latest, previous, scores }, rule) => {
  const threshold = askedChange(measure, rule);
  if (previous === null || threshold === null) return null;
  const worse = (from: MeasuredPoint, to: MeasuredPoint) =>
    judgeChange(from.total, to.total, threshold, measure.direction) === 'reliableWorsening';
  const state = stretchState(scores, {
    opens: worse,
    ends: ({ from }, now) => !worse(from, now),
  });
  if (state === 'goesOn') return null;
  if (state === 'over') return clears(rule, measure);
  return fires(rule, measure, 'review', changeEvidence('previous', previous, latest, threshold));
};
