import { thresholdInUse } from '../../change/in-use.ts';
import { daysBetween } from '../../contracts/calendar.ts';
import { limitsInForce } from '../../trajectory/limits.ts';
import { withoutImprovement } from '../../trajectory/on-track.ts';
import type { EpisodeLine } from '../history/line-history.ts';
import { fromTo } from './change-evidence.ts';
import { clears, fires, type ScoreRule } from './rule.ts';

const DAYS_A_WEEK = 7;

/**
 * N2, no reliable improvement after 6 measurements or 8 weeks, whichever comes first, when the
 * baseline was in the clinical range. For review, said once when it begins to hold. Clears with a
 * reliable improvement.
 */
export const n2: ScoreRule<'measurements' | 'days'> = (line, rule) => {
  const { measure, baseline, latest, course } = line;
  const threshold = thresholdInUse(measure.reliableChange);
  if (threshold === null || course.length < 2) return null;
  const limits = limitsInForce({
    improvementMeasurements: rule.number('measurements'),
    improvementDays: rule.number('days'),
  });
  const stateOf = (of: EpisodeLine) => withoutImprovement(of.course, measure, limits).status;
  const state = stateOf(line);
  if (state === 'improved') return clears(rule, measure);
  if (state !== 'withoutImprovement' || stateOf(line.before()) === state) return null;
  return fires(rule, measure, 'review', {
    kind: 'nonResponse',
    ...fromTo(baseline, latest),
    count: course.length,
    weeks: daysBetween(baseline.on, latest.on) / DAYS_A_WEEK,
    threshold,
  });
};
