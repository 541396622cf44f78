import { ok, type Result, refuse } from '../contracts/result.ts';
import { type ChangeIndex, changeIndex, TWO_SIDED_95 } from './change-index.ts';

/**
 * Reliable change after Jacobson & Truax 1991 (J Consult Clin Psychol 59:12). The error of a
 * difference carries sqrt(2), which Jacobson 1984 left out and Christensen & Mendoza 1986 added.
 */

/** How far a scale spreads and how reliably it measures, in one population. */
export interface Precision {
  /** Standard deviation of the scores before treatment (or of the norm), in points. Above 0. */
  readonly sd: number | null;
  /** Reliability coefficient, 0 to 1: internal consistency or test-retest. */
  readonly reliability: number | null;
}

/** Why a precision can't be used. */
export type PrecisionRefusal =
  | 'sdMissing'
  | 'sdNotPositive'
  | 'reliabilityMissing'
  | 'reliabilityOutsideRange'
  | 'noMeasurementError';

/** Two-sided 95 % point of the normal distribution. */
export const Z_95 = 1.959963985;

/** A precision that can be computed with. */
export interface KnownPrecision {
  readonly sd: number;
  readonly reliability: number;
}

/** Refuses a standard deviation or a reliability that is missing or makes no sense. */
export function knownPrecision({
  sd,
  reliability,
}: Precision): Result<KnownPrecision, PrecisionRefusal> {
  if (sd === null) return refuse('sdMissing');
  if (!(sd > 0) || !Number.isFinite(sd)) return refuse('sdNotPositive');
  if (reliability === null) return refuse('reliabilityMissing');
  if (!(reliability >= 0 && reliability <= 1)) return refuse('reliabilityOutsideRange');
  return ok({ sd, reliability });
}

/** SEM = SD sqrt(1 - r), in points: how far a score lies from the true one. */
export function standardErrorOfMeasurement(precision: Precision): Result<number, PrecisionRefusal> {
  const known = knownPrecision(precision);
  return known.ok ? ok(errorOfMeasurement(known.value)) : known;
}

/** {@link standardErrorOfMeasurement} of a precision that was checked. */
export function errorOfMeasurement({ sd, reliability }: KnownPrecision): number {
  return sd * Math.sqrt(1 - reliability);
}

/** Sdiff = sqrt(2) SEM, in points: the spread of a difference when nothing has changed. */
export function standardErrorOfDifference(precision: Precision): Result<number, PrecisionRefusal> {
  const sem = standardErrorOfMeasurement(precision);
  return sem.ok ? ok(Math.SQRT2 * sem.value) : sem;
}

/** 1.96 Sdiff, in points: the change that measurement error alone exceeds in 1 of 20 cases. */
export function reliableChangePoints(precision: Precision): Result<number, PrecisionRefusal> {
  const sdiff = standardErrorOfDifference(precision);
  return sdiff.ok ? ok(Z_95 * sdiff.value) : sdiff;
}

/**
 * The smallest change on a scale that is strictly greater than `points`. `step` is how far two
 * neighbouring scores lie apart: 2 where scores are doubled (DASS-21).
 */
export function wholePoints(points: number, step = 1): number {
  return (Math.floor(points / step) + 1) * step;
}

/**
 * RC = (post - pre) / Sdiff, reliable beyond 1.96. Refuses a reliability of exactly 1
 * (`noMeasurementError`), at which the index has no value.
 */
export function reliableChangeIndex(
  pre: number,
  post: number,
  precision: Precision,
): Result<ChangeIndex, PrecisionRefusal> {
  const sdiff = standardErrorOfDifference(precision);
  if (!sdiff.ok) return sdiff;
  return indexOver(post - pre, sdiff.value);
}

/** `numerator / error` as an index at the two-sided 95 % criterion; refuses an error of 0. */
export function indexOver(
  numerator: number,
  error: number,
): Result<ChangeIndex, 'noMeasurementError'> {
  return error > 0
    ? ok(changeIndex(numerator / error, TWO_SIDED_95))
    : refuse('noMeasurementError');
}
