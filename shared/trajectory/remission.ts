import { isClinical } from '../change/direction.ts';
import { cutOffInUse, thresholdInUse } from '../change/in-use.ts';
import { judgeChange } from '../change/judge.ts';
import { isRemitted } from '../change/outcome.ts';
import type { Relapse } from '../contracts/course.ts';
import type { MeasuredPoint } from '../contracts/observation.ts';
import type { CutOff } from '../contracts/thresholds.ts';
import type { MeasureFacts } from '../contracts/trajectory.ts';

/** What remission and relapse are judged by. */
type RemissionFacts = Pick<MeasureFacts, 'direction' | 'cutOffs' | 'outcome' | 'reliableChange'>;

/**
 * The first score in remission after one in the clinical range, oldest first. Who began below the
 * cut-off has nothing to remit from. Null where there was none, or the measure defines none.
 */
export function firstRemission(
  scores: readonly MeasuredPoint[],
  facts: RemissionFacts,
): MeasuredPoint | null {
  const cutOff = cutOffInUse(facts.cutOffs);
  return cutOff === null ? null : remissionAfterIllness(scores, facts, cutOff);
}

/**
 * Relapse: the latest score is in the clinical range again and worse than the newest score in
 * remission by at least the reliable-change value (our rule on the definitions of Ali 2017; PHQ-9:
 * remission below 5, relapse from 10 and 6 points). Takes the scores of one episode, oldest first.
 */
export function relapseOf(scores: readonly MeasuredPoint[], facts: RemissionFacts): Relapse | null {
  const cutOff = cutOffInUse(facts.cutOffs);
  const threshold = thresholdInUse(facts.reliableChange);
  if (cutOff === null || threshold === null) return null;
  const first = remissionAfterIllness(scores, facts, cutOff);
  if (first === null) return null;
  const latest = scores.at(-1) ?? first;
  const remission = scores.findLast((score) => isRemission(score, facts)) ?? first;
  const isRelapsed = ({ total, displayed }: MeasuredPoint) =>
    isClinical(displayed, cutOff) &&
    judgeChange(remission.total, total, threshold, facts.direction) === 'reliableWorsening';
  if (!isRelapsed(latest)) return null;
  const since = scores.slice(scores.indexOf(remission) + 1).find(isRelapsed) ?? latest;
  return { remission, since, latest, points: latest.total - remission.total };
}

function remissionAfterIllness(
  scores: readonly MeasuredPoint[],
  facts: RemissionFacts,
  cutOff: CutOff,
): MeasuredPoint | null {
  const ill = scores.findIndex(({ displayed }) => isClinical(displayed, cutOff));
  if (ill === -1) return null;
  return scores.slice(ill + 1).find((score) => isRemission(score, facts)) ?? null;
}

function isRemission({ displayed }: MeasuredPoint, facts: RemissionFacts): boolean {
  return isRemitted(displayed, facts) === true;
}
