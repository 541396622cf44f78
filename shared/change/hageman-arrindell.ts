import { ok, type Result, refuse } from '../contracts/result.ts';
import { type ChangeIndex, changeIndex, ONE_SIDED_95 } from './change-index.ts';
import type { Norm } from './cut-offs.ts';
import { type PrecisionRefusal, standardErrorOfMeasurement } from './reliable-change.ts';

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
  const sem = standardErrorOfMeasurement({ sd: before.sd, reliability });
  const rdd = reliabilityOfDifferences(change);
  if (!sem.ok) return sem;
  if (!rdd.ok) return rdd;
  if (sem.value === 0) return refuse('noMeasurementError');
  const regressed = (post - pre) * rdd.value + (after.mean - before.mean) * (1 - rdd.value);
  const error = Math.sqrt(rdd.value) * Math.SQRT2 * sem.value;
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
  const sem = standardErrorOfMeasurement({ sd: before.sd, reliability });
  if (!sem.ok) return sem;
  if (!(after.sd > 0) || !Number.isFinite(after.sd)) return refuse('sdNotPositive');
  if (!(correlation >= -1 && correlation <= 1)) return refuse('correlationOutsideRange');
  const afterReliability = 1 - sem.value ** 2 / after.sd ** 2;
  if (afterReliability < 0) return refuse('postReliabilityNegative');
  const shared = 2 * before.sd * after.sd * correlation;
  const whole = before.sd ** 2 + after.sd ** 2 - shared;
  const ofTrueScores = before.sd ** 2 * reliability + after.sd ** 2 * afterReliability - shared;
  return whole > 0 && ofTrueScores > 0
    ? ok(ofTrueScores / whole)
    : refuse('differencesNotReliable');
}

/**
 * A group's spread without its error, SD sqrt(r): Hageman & Arrindell put it in place of the SD in
 * cut-offs a, b and c.
 */
export function trueScoreNorm(norm: Norm, reliability: number): Result<Norm, PrecisionRefusal> {
  if (!(norm.sd > 0) || !Number.isFinite(norm.sd)) return refuse('sdNotPositive');
  if (!(reliability >= 0 && reliability <= 1)) return refuse('reliabilityOutsideRange');
  return ok({ mean: norm.mean, sd: norm.sd * Math.sqrt(reliability) });
}
