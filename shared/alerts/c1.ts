import { judgeChange } from '../change/judge.ts';
import type { ScorePoint } from '../contracts/alert-evidence.ts';
import { changeEvidence } from './change-evidence.ts';
import { clears, fires, type Rule } from './rule.ts';
import { stretchState } from './stretch.ts';

/**
 * C1, reliable worsening since the previous score: at least the reliable-change value. For
 * review. It stays as long as the score is still that much worse than the one before the jump, and
 * clears when it is back within the value of that score.
 */
export const c1: Rule = (history) => {
  const { current, previous, scored, instrument } = history;
  const threshold = instrument.reliableChange?.value;
  if (current === null || previous === null || threshold === undefined) return null;
  const worse = (from: ScorePoint, to: ScorePoint) =>
    judgeChange(from.total, to.total, threshold, instrument.direction) === 'reliableWorsening';
  const state = stretchState(scored, {
    opens: worse,
    ends: ({ from }, now) => !worse(from, now),
  });
  if (state === 'goesOn') return null;
  if (state === 'over') return clears('C1', history);
  return fires('C1', history, 'review', changeEvidence('previous', previous, current, threshold));
};
