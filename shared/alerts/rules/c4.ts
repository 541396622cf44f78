import { isClinical } from '../../change/direction.ts';
import { cutOffInUse } from '../../change/in-use.ts';
import { judgeChange } from '../../change/judge.ts';
import { askedChange } from './asked-change.ts';
import { fromTo } from './change-evidence.ts';
import { clears, fires, type ScoreRule } from './rule.ts';

/**
 * C4, entered the clinical range: the previous displayed score lay on the functional side of the
 * cut-off in use, the newest lies on the clinical side, and the change between them is reliable.
 * For review. Clears when a score is back on the functional side.
 */
export const c4: ScoreRule<'share'> = ({ measure, latest, previous }, rule) => {
  const threshold = askedChange(measure, rule);
  const cutOff = cutOffInUse(measure.cutOffs);
  if (previous === null || threshold === null || cutOff === null) return null;
  if (!isClinical(latest.displayed, cutOff)) return clears(rule, measure);
  const category = judgeChange(previous.total, latest.total, threshold, measure.direction);
  if (isClinical(previous.displayed, cutOff) || category !== 'reliableWorsening') return null;
  const change = fromTo(previous, latest);
  const evidence = { kind: 'cutOff', ...change, threshold, cutOff: cutOff.value } as const;
  return fires(rule, measure, 'review', evidence);
};
