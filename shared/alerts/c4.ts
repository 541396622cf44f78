import { isClinical } from '../change/direction.ts';
import { judgeChange } from '../change/judge.ts';
import { defaultCutOff } from '../instruments/registry.ts';
import { clears, fires, type Rule } from './rule.ts';

/**
 * C4, entered the clinical range: the previous displayed score lay on the functional side of the
 * default cut-off, the newest lies on the clinical side, and the change between them is reliable.
 * For review. Clears when a score is back on the functional side.
 */
export const c4: Rule = (history) => {
  const { current, previous, instrument } = history;
  const threshold = instrument.reliableChange?.value;
  const cutOff = defaultCutOff(instrument);
  if (current === null || previous === null) return null;
  if (threshold === undefined || cutOff === null) return null;
  if (!isClinical(current.displayed, cutOff)) return clears('C4', history);
  const category = judgeChange(previous.total, current.total, threshold, instrument.direction);
  if (isClinical(previous.displayed, cutOff) || category !== 'reliableWorsening') return null;
  return fires('C4', history, 'review', {
    kind: 'cutOff',
    from: previous,
    to: current,
    points: current.total - previous.total,
    threshold,
    cutOff: cutOff.value,
  });
};
