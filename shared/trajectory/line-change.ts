import { judgeAnchor } from '../change/anchor.ts';
import { cutOffInUse, thresholdInUse } from '../change/in-use.ts';
import { judgeChange, percentBetter } from '../change/judge.ts';
import { type SignificanceCategory, significanceOf } from '../change/significance.ts';
import { daysBetween } from '../contracts/calendar.ts';
import type { ImportantChange, LineChange } from '../contracts/course.ts';
import type { MeasuredPoint } from '../contracts/observation.ts';
import type { MeasureFacts } from '../contracts/trajectory.ts';

/** What a change between two points of a line is judged by. */
type ChangeFacts = Pick<MeasureFacts, 'direction' | 'reliableChange' | 'cutOffs'>;

/** Judges the change between two scores by the measure's reliable-change value. */
export function lineChange(
  from: MeasuredPoint | null,
  to: MeasuredPoint | null,
  { direction, reliableChange }: ChangeFacts,
): LineChange {
  if (to === null) return { status: 'notJudged', reason: 'noScore', from, to, points: null };
  if (from === null || from.responseId === to.responseId) {
    return { status: 'notJudged', reason: 'onlyOneScore', from: null, to, points: null };
  }
  const points = to.total - from.total;
  const threshold = thresholdInUse(reliableChange);
  if (threshold === null) {
    return { status: 'notJudged', reason: 'noThreshold', from, to, points };
  }
  return {
    status: 'judged',
    from,
    to,
    points,
    days: daysBetween(from.on, to.on),
    category: judgeChange(from.total, to.total, threshold, direction),
    threshold,
    percentBetter: percentBetter(from.total, to.total, direction),
  };
}

/** The class of a judged change after Jacobson & Truax 1991; null without a cut-off. */
export function lineSignificance(
  change: LineChange,
  { cutOffs }: ChangeFacts,
): SignificanceCategory | null {
  const cutOff = cutOffInUse(cutOffs);
  if (change.status === 'notJudged' || cutOff === null) return null;
  const { category, from, to } = change;
  return significanceOf(category, from.displayed, to.displayed, cutOff);
}

/** A change beside each minimally important difference that is known of the measure. */
export function importantChanges(
  { from, to }: LineChange,
  { direction, minimallyImportant }: Pick<MeasureFacts, 'direction' | 'minimallyImportant'>,
): readonly ImportantChange[] {
  if (from === null || to === null) return [];
  return minimallyImportant
    .filter(({ provenance }) => provenance !== 'unsettled')
    .map((difference) => {
      const judged = judgeAnchor(from.total, to.total, difference, direction);
      return { difference, judgement: judged.ok ? judged.value : null };
    });
}
