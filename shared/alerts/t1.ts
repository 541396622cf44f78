import { pointsWorse } from '../change/direction.ts';
import { risesThreeTimes } from '../change/rises.ts';
import { clears, fires, type Rule } from './rule.ts';

/**
 * T1, three rises in a row: each of the last three scores is worse than the one before, by at
 * least half the reliable-change value in all. For review. Clears with the first better score; a
 * tie breaks the run but clears nothing.
 */
export const t1: Rule = (history) => {
  const { current, previous, scored, instrument } = history;
  const { direction, reliableChange } = instrument;
  if (current === null || previous === null || reliableChange === null) return null;
  if (pointsWorse(previous.total, current.total, direction) < 0) return clears('T1', history);
  const [first, second, third, last] = scored.slice(-4);
  if (!first || !second || !third || !last) return null;
  const totals = [first.total, second.total, third.total, last.total] as const;
  if (!risesThreeTimes(totals, reliableChange.value, direction)) return null;
  return fires('T1', history, 'review', {
    kind: 'rises',
    run: [first, second, third, last],
    points: last.total - first.total,
    threshold: reliableChange.value / 2,
  });
};
