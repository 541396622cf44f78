import type { Direction } from '../change/direction.ts';
import { judgeChange } from '../change/judge.ts';
import { daysBetween } from '../contracts/calendar.ts';
import type { Improvement, ImprovementOnset } from '../contracts/course.ts';
import type { MeasuredPoint } from '../contracts/observation.ts';

/**
 * Reliable improvement since the baseline and when it began. Time to improvement is the first score
 * from which the improvement is reliable and holds at the next measurement (our definition; a single
 * low score is often undone by the next). The newest score has no next one and stays provisional.
 * Takes the course from the baseline on, oldest first; not judged without two scores or a threshold.
 */
export function improvementOf(
  course: readonly MeasuredPoint[],
  threshold: number | null,
  direction: Direction,
): Improvement {
  const [baseline, ...later] = course;
  if (baseline === undefined || later.length === 0 || threshold === null) {
    return { status: 'notJudged' };
  }
  const improved = later.map(
    ({ total }) =>
      judgeChange(baseline.total, total, threshold, direction) === 'reliableImprovement',
  );
  const held = improved.findIndex((yes, index) => yes && improved[index + 1] !== false);
  return {
    status: 'judged',
    now: latestStanding(improved),
    onset: onsetAt(baseline, later[held], held < later.length - 1),
  };
}

function onsetAt(
  baseline: MeasuredPoint,
  at: MeasuredPoint | undefined,
  confirmed: boolean,
): ImprovementOnset | null {
  if (at === undefined) return null;
  return {
    at,
    days: daysBetween(baseline.on, at.on),
    standing: confirmed ? 'confirmed' : 'provisional',
  };
}

function latestStanding(improved: readonly boolean[]): 'none' | 'provisional' | 'confirmed' {
  if (improved.at(-1) !== true) return 'none';
  return improved.at(-2) === true ? 'confirmed' : 'provisional';
}
