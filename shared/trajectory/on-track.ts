import { isClinical } from '../change/direction.ts';
import { cutOffInUse, thresholdInUse } from '../change/in-use.ts';
import { judgeChange, percentBetter } from '../change/judge.ts';
import { isRemitted } from '../change/outcome.ts';
import { daysBetween } from '../contracts/calendar.ts';
import type { OnTrack, WithoutImprovement } from '../contracts/course.ts';
import type { MeasuredPoint } from '../contracts/observation.ts';
import type { MeasureFacts } from '../contracts/trajectory.ts';
import { atLeast } from '../scoring/rounding.ts';
import type { Limits } from './limits.ts';

/** What progress is judged by. */
type ProgressFacts = Pick<MeasureFacts, 'direction' | 'cutOffs' | 'outcome' | 'reliableChange'>;

/** A course that progress can be judged of. */
interface Progress {
  readonly latest: MeasuredPoint;
  readonly measurements: number;
  readonly days: number;
  readonly improved: boolean;
  readonly percentBetter: number | null;
}

/**
 * Our rule, because recovery curves are proprietary or unpublished (Lambert, Delgadillo 2018): a
 * client whose baseline was in the clinical range is not on track when from the 4th measurement on
 * there is no reliable improvement and less than 20 % change for the better. Too early to say with
 * fewer measurements or less than 21 days; not asked while in remission. `notFlagged` is no promise
 * that all is well. Takes the course from the baseline on, oldest first.
 */
export function onTrack(
  course: readonly MeasuredPoint[],
  facts: ProgressFacts,
  limits: Limits,
): OnTrack {
  const judged = progressOf(course, facts);
  if (typeof judged === 'string') return { status: 'notJudged', reason: judged };
  const { latest, measurements, days, improved } = judged;
  if (isRemitted(latest.displayed, facts) === true) return { status: 'remitted' };
  const { onTrackMeasurements: needMeasurements, onTrackDays: needDays } = limits;
  if (measurements < needMeasurements || days < needDays) {
    return { status: 'tooEarly', measurements, needMeasurements, days, needDays };
  }
  const moved =
    judged.percentBetter !== null && atLeast(judged.percentBetter, limits.onTrackPercent);
  return {
    status: improved || moved ? 'notFlagged' : 'notOnTrack',
    measurements,
    days,
    percentBetter: judged.percentBetter,
    stage: measurements >= limits.actMeasurements ? 'act' : 'review',
  };
}

/**
 * Whether a client whose baseline was in the clinical range is still without reliable improvement
 * after 6 measurements or 8 weeks, whichever comes first (our rule).
 */
export function withoutImprovement(
  course: readonly MeasuredPoint[],
  facts: ProgressFacts,
  limits: Limits,
): WithoutImprovement {
  const judged = progressOf(course, facts);
  if (typeof judged === 'string') return { status: 'notJudged', reason: judged };
  const { measurements, days, improved } = judged;
  const due = measurements >= limits.improvementMeasurements || days >= limits.improvementDays;
  if (improved) return { status: 'improved', measurements, days };
  return { status: due ? 'withoutImprovement' : 'tooEarly', measurements, days };
}

function progressOf(
  course: readonly MeasuredPoint[],
  { direction, cutOffs, reliableChange }: ProgressFacts,
): Progress | 'noScore' | 'noThreshold' | 'noCutOff' | 'baselineNotClinical' {
  const [baseline] = course;
  const threshold = thresholdInUse(reliableChange);
  const cutOff = cutOffInUse(cutOffs);
  if (baseline === undefined) return 'noScore';
  if (threshold === null) return 'noThreshold';
  if (cutOff === null) return 'noCutOff';
  if (!isClinical(baseline.displayed, cutOff)) return 'baselineNotClinical';
  const latest = course.at(-1) ?? baseline;
  const category = judgeChange(baseline.total, latest.total, threshold, direction);
  return {
    latest,
    measurements: course.length,
    days: daysBetween(baseline.on, latest.on),
    improved: category === 'reliableImprovement',
    percentBetter: percentBetter(baseline.total, latest.total, direction),
  };
}
