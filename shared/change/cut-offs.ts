import { ok, type Result, refuse } from '../contracts/result.ts';
import type { Direction } from './direction.ts';

/** Mean and standard deviation of a group's scores, in points. */
export interface Norm {
  readonly mean: number;
  readonly sd: number;
}

/** How far from a mean a score must lie to have left its group. */
const SPREAD = 2;

/**
 * Cut-off a of Jacobson & Truax 1991: two standard deviations from the clinical mean towards the
 * functional side. Used when no functional norm exists.
 */
export function cutOffA(clinical: Norm, direction: Direction): Result<number, 'sdNotPositive'> {
  if (!isSpread(clinical)) return refuse('sdNotPositive');
  return ok(clinical.mean + better(direction) * SPREAD * clinical.sd);
}

/**
 * Cut-off b: two standard deviations from the functional mean towards the clinical side. The SD
 * is that of the functional group; code in circulation takes the clinical one by mistake.
 */
export function cutOffB(functional: Norm, direction: Direction): Result<number, 'sdNotPositive'> {
  if (!isSpread(functional)) return refuse('sdNotPositive');
  return ok(functional.mean - better(direction) * SPREAD * functional.sd);
}

/** Cut-off c: the score equally likely in both groups. Preferred when both norms exist. */
export function cutOffC(clinical: Norm, functional: Norm): Result<number, 'sdNotPositive'> {
  if (!isSpread(clinical) || !isSpread(functional)) return refuse('sdNotPositive');
  return ok(
    (clinical.sd * functional.mean + functional.sd * clinical.mean) / (clinical.sd + functional.sd),
  );
}

/** What is known of the two groups that a cut-off divides. */
export interface KnownNorms {
  readonly clinical: Norm | null;
  readonly functional: Norm | null;
}

/** A computed cut-off and which of the three it is. */
export interface ChosenCutOff {
  readonly kind: 'a' | 'b' | 'c';
  /** In points. */
  readonly value: number;
}

/**
 * Cut-off c when both norms exist, else b, else a: a functional norm says more about having left
 * the clinical group than the clinical one alone (Jacobson & Truax 1991).
 */
export function chooseCutOff(
  { clinical, functional }: KnownNorms,
  direction: Direction,
): Result<ChosenCutOff, 'noNorm' | 'sdNotPositive'> {
  if (functional === null) {
    return clinical === null ? refuse('noNorm') : named('a', cutOffA(clinical, direction));
  }
  return clinical === null
    ? named('b', cutOffB(functional, direction))
    : named('c', cutOffC(clinical, functional));
}

function named(
  kind: ChosenCutOff['kind'],
  value: Result<number, 'sdNotPositive'>,
): Result<ChosenCutOff, 'sdNotPositive'> {
  return value.ok ? ok({ kind, value: value.value }) : value;
}

function isSpread({ sd }: Norm): boolean {
  return sd > 0 && Number.isFinite(sd);
}

/** +1 where higher is better, -1 where lower is. */
function better(direction: Direction): 1 | -1 {
  return direction === 'higherBetter' ? 1 : -1;
}
