import { isClinical } from '../change/direction.ts';
import { cutOffInUse } from '../change/in-use.ts';
import { daysBetween } from '../contracts/calendar.ts';
import type { NonResponsePoint } from '../contracts/course.ts';
import type { MeasuredPoint } from '../contracts/observation.ts';
import type { NonResponseCut } from '../contracts/thresholds.ts';
import type { MeasureFacts } from '../contracts/trajectory.ts';

/** A score and its distance from the baseline. */
interface Timed {
  readonly score: MeasuredPoint;
  readonly days: number;
}

/**
 * The published weeks of treatment at which a high score foretells little benefit (PHQ-9: at least
 * 17 in week 4, 13 in week 9, 9 in week 14; PMID 26077754). Weeks are counted from the baseline. The
 * publication names weeks and no window: we take the score nearest to the week, at most `windowDays`
 * from it, and of two equally near ones the later. Only values that were seen in their source and
 * only clients whose baseline was in the clinical range, since the publication is about treated
 * depression. Takes the course from the baseline on, oldest first.
 */
export function nonResponsePoints(
  course: readonly MeasuredPoint[],
  { nonResponse, cutOffs }: Pick<MeasureFacts, 'nonResponse' | 'cutOffs'>,
  windowDays: number,
): readonly NonResponsePoint[] {
  const [baseline, ...later] = course;
  const cutOff = cutOffInUse(cutOffs);
  if (baseline === undefined || cutOff === null) return [];
  if (!isClinical(baseline.displayed, cutOff)) return [];
  const timed = later.map((score) => ({ score, days: daysBetween(baseline.on, score.on) }));
  return nonResponse
    .filter(({ provenance }) => provenance === 'seen')
    .map((cut) => nonResponsePoint(cut, timed, windowDays));
}

function nonResponsePoint(
  cut: NonResponseCut,
  timed: readonly Timed[],
  windowDays: number,
): NonResponsePoint {
  const nearest = nearestTo(7 * cut.week, timed, windowDays);
  if (nearest !== null) {
    return { cut, status: nearest.displayed >= cut.score ? 'reached' : 'below', nearest };
  }
  const isPast = (timed.at(-1)?.days ?? 0) > 7 * cut.week;
  return { cut, status: isPast ? 'noMeasurement' : 'notYet', nearest };
}

function nearestTo(day: number, timed: readonly Timed[], windowDays: number): MeasuredPoint | null {
  let best: Timed | null = null;
  for (const candidate of timed) {
    const distance = Math.abs(candidate.days - day);
    if (distance <= windowDays && distance <= Math.abs((best?.days ?? Infinity) - day)) {
      best = candidate;
    }
  }
  return best?.score ?? null;
}
