import { ok, type Result, refuse } from '../contracts/result.ts';
import { type ChangeIndex, changeIndex, ONE_SIDED_95 } from './change-index.ts';
import type { Norm } from './cut-offs.ts';
import { errorOfMeasurement, knownPrecision, type PrecisionRefusal } from './reliable-change.ts';

/** A client's two scores and what is known of the group, in points. */
export interface GroupedChange {
  readonly pre: number;
  readonly post: number;
  /** The group's scores before and after treatment. */
  readonly before: Norm;
  readonly after: Norm;
  /** Reliability before treatment, 0 to 1. That after treatment follows from the same error. */
  readonly reliability: number;
  /** Correlation of the group's scores before and after, -1 to 1. */
  readonly correlation: number;
}

/** Why Hageman & Arrindell's index has no value. */
export type GroupedRefusal =
  | PrecisionRefusal
  | 'correlationOutsideRange'
  /** The error of measurement exceeds the spread after treatment, so no true variance is left. */
  | 'postReliabilityNegative'
  /** The group's differences hold nothing but error. */
  | 'differencesNotReliable';

/**
 * Hageman & Arrindell 1999 (Behav Res Ther 37:1169), individual level:
 * RC = ((post - pre) rdd + (M2 - M1)(1 - rdd)) / (sqrt(rdd) sqrt(2) SEM), reliable beyond 1.645,
 * one-sided. A client's difference is drawn towards the group's mean difference by as much as
 * differences are unreliable.
 */
export function hagemanArrindell(change: GroupedChange): Result<ChangeIndex, GroupedRefusal> {
  const { pre, post, before, after, reliability } = change;
  const rdd = reliabilityOfDifferences(change);
  if (!rdd.ok) return rdd;
  const sem = errorOfMeasurement({ sd: before.sd, reliability });
  if (sem === 0) return refuse('noMeasurementError');
  const regressed = (post - pre) * rdd.value + (after.mean - before.mean) * (1 - rdd.value);
  const error = Math.sqrt(rdd.value) * Math.SQRT2 * sem;
  return ok(changeIndex(regressed / error, ONE_SIDED_95));
}

/**
 * Reliability of the differences in a group:
 * rdd = (S1^2 r1 + S2^2 r2 - 2 S1 S2 r12) / (S1^2 + S2^2 - 2 S1 S2 r12), above 0 to 1, with
 * r2 = 1 - SEM^2 / S2^2 from the error of measurement before treatment.
 */
export function reliabilityOfDifferences({
  before,
  after,
  reliability,
  correlation,
}: Omit<GroupedChange, 'pre' | 'post'>): Result<number, GroupedRefusal> {
  const known = knownPrecision({ sd: before.sd, reliability });
  if (!known.ok) return known;
  if (!(after.sd > 0) || !Number.isFinite(after.sd)) return refuse('sdNotPositive');
  if (!(correlation >= -1 && correlation <= 1)) return refuse('correlationOutsideRange');
  const afterReliability = 1 - errorOfMeasurement(known.value) ** 2 / after.sd ** 2;
  if (afterReliability < 0) return refuse('postReliabilityNegative');
  const shared = 2 * before.sd * after.sd * correlation;
  const ofTrueScores = before.sd ** 2 * reliability + after.sd ** 2 * afterReliability - shared;
  if (!(ofTrueScores > 0)) return refuse('differencesNotReliable');
  return ok(ofTrueScores / (before.sd ** 2 + after.sd ** 2 - shared));
}

/**
 * A group's spread without its error, SD sqrt(r): Hageman & Arrindell put it in place of the SD in
 * cut-offs a, b and c.
 */
export function trueScoreNorm(norm: Norm, reliability: number): Result<Norm, PrecisionRefusal> {
  const known = knownPrecision({ sd: norm.sd, reliability });
  return known.ok ? ok({ mean: norm.mean, sd: norm.sd * Math.sqrt(reliability) }) : known;
}
