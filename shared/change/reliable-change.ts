import { ok, type Result, refuse } from '../contracts/result.ts';

/**
 * Reliable change after Jacobson & Truax 1991 (J Consult Clin Psychol 59:12). The error of a
 * difference carries sqrt(2), which Jacobson 1984 left out and Christensen & Mendoza 1986 added.
 */

/** How far a scale spreads and how reliably it measures, in one population. */
export interface Precision {
  /** Standard deviation of the scores before treatment (or of the norm), in points. Above 0. */
  readonly sd: number;
  /** Reliability coefficient, 0 to 1: internal consistency or test-retest. */
  readonly reliability: number;
}

/** Why a precision can't be used. */
export type PrecisionRefusal = 'sdNotPositive' | 'reliabilityOutsideRange' | 'noMeasurementError';

/** Two-sided 95 % point of the normal distribution. */
const Z_95 = 1.959963985;
/** The criterion as the paper prints it; an index must exceed it. */
const CRITERION = 1.96;

/** SEM = SD sqrt(1 - r), in points: how far a score lies from the true one. */
export function standardErrorOfMeasurement({
  sd,
  reliability,
}: Precision): Result<number, PrecisionRefusal> {
  if (!(sd > 0) || !Number.isFinite(sd)) return refuse('sdNotPositive');
  if (!(reliability >= 0 && reliability <= 1)) return refuse('reliabilityOutsideRange');
  return ok(sd * Math.sqrt(1 - reliability));
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

/** The smallest whole-point change that is strictly greater than `points`. */
export function wholePoints(points: number): number {
  return Math.floor(points) + 1;
}

/** A change expressed in standard errors of a difference. */
export interface ReliableChangeIndex {
  /** (post - pre) / Sdiff; the sign is that of the points, not of better or worse. */
  readonly index: number;
  /** Strictly beyond 1.96 in either direction. */
  readonly reliable: boolean;
}

/**
 * RC = (post - pre) / Sdiff. Refuses a reliability of exactly 1 (`noMeasurementError`), at which
 * the index has no value.
 */
export function reliableChangeIndex(
  pre: number,
  post: number,
  precision: Precision,
): Result<ReliableChangeIndex, PrecisionRefusal> {
  const sdiff = standardErrorOfDifference(precision);
  if (!sdiff.ok) return sdiff;
  if (sdiff.value === 0) return refuse('noMeasurementError');
  const index = (post - pre) / sdiff.value;
  return ok({ index, reliable: Math.abs(index) > CRITERION });
}
