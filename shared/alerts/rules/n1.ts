import { thresholdInUse } from '../../change/in-use.ts';
import { judgeChange, percentBetter } from '../../change/judge.ts';
import type { NonResponsePoint } from '../../contracts/course.ts';
import { type Limits, limitsInForce } from '../../trajectory/limits.ts';
import { nonResponsePoints } from '../../trajectory/non-response.ts';
import { onTrack } from '../../trajectory/on-track.ts';
import type { RuleInForce } from '../catalogue/settings.ts';
import type { LineHistory } from '../history/line-history.ts';
import { fromTo } from './change-evidence.ts';
import { clears, fires, type ScoreRule } from './rule.ts';

type Name = 'measurements' | 'days' | 'percentBetter' | 'lastReminder' | 'weekWindow';

/**
 * N1, not on track: from the 4th measurement on, no reliable improvement and less than 20 % change
 * for the better; or the score nearest to a published week (PHQ-9: weeks 4, 9 and 14) is at least the
 * published one. For review at measurements 4 to 6, whenever it begins later, and at each published
 * week. Clears with a reliable improvement or a remission. It says how far the scores have come, not
 * that a treatment fails.
 */
export const n1: ScoreRule<Name> = (line, rule) => {
  const { measure, baseline, latest, course } = line;
  const threshold = thresholdInUse(measure.reliableChange);
  if (threshold === null || course.length < 2) return null;
  const limits = limitsOf(rule);
  const { status } = onTrack(course, measure, limits);
  const category = judgeChange(baseline.total, latest.total, threshold, measure.direction);
  if (status === 'remitted' || category === 'reliableImprovement') return clears(rule, measure);
  const published = reachedNow(line, limits);
  const isDue = status === 'notOnTrack' && isSaid(line, rule.number('lastReminder'), limits);
  if (published === null && !isDue) return null;
  return fires(rule, measure, 'review', {
    kind: 'notOnTrack',
    ...fromTo(baseline, latest),
    count: course.length,
    threshold,
    percentBetter: percentBetter(baseline.total, latest.total, measure.direction),
    published: published === null ? null : { week: published.cut.week, score: published.cut.score },
  });
};

/** After the last reminder it is said only when it did not hold before. */
function isSaid({ measure, course, before }: LineHistory, last: number, limits: Limits): boolean {
  return course.length <= last || onTrack(before().course, measure, limits).status !== 'notOnTrack';
}

/** The published point that the latest score reaches: an earlier score was said at its time. */
function reachedNow(
  { measure, latest, course }: LineHistory,
  limits: Limits,
): NonResponsePoint | null {
  const points = nonResponsePoints(course, measure, limits.nonResponseWindowDays);
  return (
    points.findLast(
      ({ status, nearest }) => status === 'reached' && nearest?.responseId === latest.responseId,
    ) ?? null
  );
}

function limitsOf(rule: RuleInForce<Name>): Limits {
  return limitsInForce({
    onTrackMeasurements: rule.number('measurements'),
    onTrackDays: rule.number('days'),
    onTrackPercent: rule.number('percentBetter'),
    nonResponseWindowDays: rule.number('weekWindow'),
  });
}
