import type { LineChange } from '../contracts/course.ts';
import type { Change, DatedScore } from '../contracts/measure-line.ts';
import type { MeasuredPoint } from '../contracts/observation.ts';
import type { ReliableChangeValue } from '../contracts/thresholds.ts';

/** What a change is said with. */
export interface ChangeContext {
  /** The newest response, scored or not. */
  readonly latest: DatedScore;
  readonly threshold: ReliableChangeValue | null;
  /** The dated score of a point of the line. */
  readonly find: (point: MeasuredPoint | null) => DatedScore | null;
}

/**
 * A change as people see it: with the points between the two displayed scores, while the category
 * stays the one of the unrounded totals. Nothing is compared when the newest response has no score,
 * or belongs to no present episode.
 */
export function displayedChange(
  change: LineChange,
  { latest, threshold, find }: ChangeContext,
): Change {
  const to = find(change.to);
  const from = find(change.from);
  if (latest.displayed === null) {
    return { status: 'notJudged', reason: 'noScore', from, to: null, points: null };
  }
  if (to?.responseId !== latest.responseId || from === null) {
    return { status: 'notJudged', reason: 'onlyOneScore', from: null, to: latest, points: null };
  }
  const points = (to.displayed ?? 0) - (from.displayed ?? 0);
  if (change.status === 'notJudged' || threshold === null) {
    return { status: 'notJudged', reason: 'noThreshold', from, to, points };
  }
  const { category, percentBetter } = change;
  return { status: 'judged', from, to, points, category, threshold, percentBetter };
}
