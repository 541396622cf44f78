import type { Result } from '../contracts/result.ts';
import type { ChangeIndex } from './change-index.ts';
import type { RegressedChange } from './edwards-nunnally.ts';
import { indexOver, knownPrecision, type PrecisionRefusal } from './reliable-change.ts';

/**
 * Gulliksen, Lord & Novick (Lord & Novick 1968, after Gulliksen 1950; compared with the others by
 * Bauer 2004): ((post - Mpre) - r (pre - Mpre)) / (S sqrt(1 - r^2)), the distance from the second
 * score predicted by regression, in standard errors of that prediction. Reliable beyond 1.96.
 */
export function gulliksenLordNovick({
  pre,
  post,
  preMean,
  precision,
}: RegressedChange): Result<ChangeIndex, PrecisionRefusal> {
  return predictionIndex({ pre, post, preMean, postMean: preMean, precision });
}

/** {@link RegressedChange} where the group's mean after treatment is known as well. */
export interface RegressedGroupChange extends RegressedChange {
  /** Mean of the group's scores after treatment, in points. */
  readonly postMean: number;
}

/**
 * Hsu, Linn & Lord (Hsu 1989, Behav Assess 11:459): the same with the mean after treatment on the
 * left, ((post - Mpost) - r (pre - Mpre)) / (S sqrt(1 - r^2)), so that a client is compared with
 * what the group did. Reliable beyond 1.96.
 */
export function hsuLinnLord(change: RegressedGroupChange): Result<ChangeIndex, PrecisionRefusal> {
  return predictionIndex(change);
}

function predictionIndex({
  pre,
  post,
  preMean,
  postMean,
  precision,
}: RegressedGroupChange): Result<ChangeIndex, PrecisionRefusal> {
  const known = knownPrecision(precision);
  if (!known.ok) return known;
  const { sd, reliability } = known.value;
  const distance = post - postMean - reliability * (pre - preMean);
  return indexOver(distance, sd * Math.sqrt(1 - reliability ** 2));
}
