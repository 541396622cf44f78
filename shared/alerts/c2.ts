import { judgeChange } from '../change/judge.ts';
import type { ScorePoint } from '../contracts/alert-evidence.ts';
import { changeEvidence } from './change-evidence.ts';
import { clears, fires, type Rule } from './rule.ts';

/**
 * C2, reliable worsening since baseline (the first score of the episode of care): at least the reliable-change value.
 * Urgent at the first score for which it holds, for review at every later one: a state that is
 * known does not shout again. Clears when the score is back within the value of the baseline.
 */
export const c2: Rule = (history) => {
  const { current, baseline, scored, instrument } = history;
  const threshold = instrument.reliableChange?.value;
  if (current === null || baseline === null || threshold === undefined) return null;
  const worse = (to: ScorePoint) =>
    judgeChange(baseline.total, to.total, threshold, instrument.direction) === 'reliableWorsening';
  if (!worse(current)) return clears('C2', history);
  const tier = scored.slice(0, -1).some(worse) ? 'review' : 'urgent';
  return fires('C2', history, tier, changeEvidence('baseline', baseline, current, threshold));
};
