import { ok, type Result } from '../contracts/result.ts';
import type { ChangeIndex } from './change-index.ts';
import {
  errorOfMeasurement,
  indexOver,
  knownPrecision,
  type Precision,
  type PrecisionRefusal,
  Z_95,
} from './reliable-change.ts';

/**
 * Edwards & Nunnally, after Speer 1992 (J Consult Clin Psychol 60:402): an extreme first score is
 * expected to lie nearer the mean the second time without any change. It matters only where such
 * regression to the mean is present.
 */

/** What the method compares, in points. */
export interface RegressedChange {
  readonly pre: number;
  readonly post: number;
  /** Mean of the group's scores before treatment. */
  readonly preMean: number;
  readonly precision: Precision;
}

/** A range of scores; both ends are its edges. */
export interface ScoreInterval {
  readonly low: number;
  readonly high: number;
}

/** r (pre - Mpre) + Mpre: the true score that a first score makes most likely, in points. */
export function expectedScore(pre: number, preMean: number, reliability: number): number {
  return reliability * (pre - preMean) + preMean;
}

/** Index form: (post - (r (pre - Mpre) + Mpre)) / SEM, reliable beyond 1.96. */
export function edwardsNunnallyIndex({
  pre,
  post,
  preMean,
  precision,
}: RegressedChange): Result<ChangeIndex, PrecisionRefusal> {
  const known = knownPrecision(precision);
  if (!known.ok) return known;
  const expected = expectedScore(pre, preMean, known.value.reliability);
  return indexOver(post - expected, errorOfMeasurement(known.value));
}

/**
 * Interval form: the expected score +/- 1.96 SEM. A second score outside of it is a reliable
 * change.
 */
export function edwardsNunnallyInterval({
  pre,
  preMean,
  precision,
}: Omit<RegressedChange, 'post'>): Result<ScoreInterval, PrecisionRefusal> {
  const known = knownPrecision(precision);
  if (!known.ok) return known;
  const expected = expectedScore(pre, preMean, known.value.reliability);
  const reach = Z_95 * errorOfMeasurement(known.value);
  return ok({ low: expected - reach, high: expected + reach });
}
