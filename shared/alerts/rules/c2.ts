import { judgeChange } from '../../change/judge.ts';
import type { MeasuredPoint } from '../../contracts/observation.ts';
import { askedChange } from './asked-change.ts';
import { changeEvidence } from './change-evidence.ts';
import { clears, fires, type ScoreRule } from './rule.ts';

/**
 * C2, reliable worsening since baseline (of the episode of care, the first score or the one that the
 * clinician chose): at least the reliable-change value. Urgent at the first score for which it holds,
 * for review at every later one: a state that is known does not shout again. Clears when the score
 * is back within the value of the baseline.
 */
export const c2: ScoreRule<'share'> = ({ measure, baseline, latest, course }, rule) => {
  const threshold = askedChange(measure, rule);
  if (course.length < 2 || threshold === null) return null;
  const worse = ({ total }: MeasuredPoint) =>
    judgeChange(baseline.total, total, threshold, measure.direction) === 'reliableWorsening';
  if (!worse(latest)) return clears(rule, measure);
  const tier = course.slice(0, -1).some(worse) ? 'review' : 'urgent';
  return fires(rule, measure, tier, changeEvidence('baseline', baseline, latest, threshold));
};
