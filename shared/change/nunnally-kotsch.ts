import { type Result, refuse } from '../contracts/result.ts';
import type { ChangeIndex } from './change-index.ts';
import { expectedScore, type RegressedChange } from './edwards-nunnally.ts';
import { indexOver, knownPrecision, type PrecisionRefusal } from './reliable-change.ts';

/** {@link RegressedChange} with the reliability of the second measurement. */
export interface TwoReliabilities extends RegressedChange {
  /** Reliability after treatment, 0 to 1. */
  readonly postReliability: number;
}

/**
 * Nunnally & Kotsch 1983 (Br J Clin Psychol 22:83; compared with the others by Bauer 2004): the
 * distance of Edwards & Nunnally over sqrt(r^2 S^2 (1 - r) + S^2 (1 - rpost)), which carries the
 * error of both measurements. Reliable beyond 1.96.
 */
export function nunnallyKotsch({
  pre,
  post,
  preMean,
  precision,
  postReliability,
}: TwoReliabilities): Result<ChangeIndex, PrecisionRefusal> {
  const known = knownPrecision(precision);
  if (!known.ok) return known;
  const { sd, reliability } = known.value;
  if (!(postReliability >= 0 && postReliability <= 1)) return refuse('reliabilityOutsideRange');
  const variance = reliability ** 2 * sd ** 2 * (1 - reliability) + sd ** 2 * (1 - postReliability);
  return indexOver(post - expectedScore(pre, preMean, reliability), Math.sqrt(variance));
}
