import { type ClinicalRange, isClinical } from './direction.ts';
import type { ChangeCategory } from './judge.ts';

/** One of the measures that a service judges together (there: PHQ-9 and GAD-7). */
export interface JudgedMeasure {
  /** First and last displayed score. */
  readonly pre: number;
  readonly post: number;
  /** The border of caseness (there: PHQ-9 >= 10, GAD-7 >= 8). */
  readonly caseness: ClinicalRange;
  readonly category: ChangeCategory;
}

/** A course in the words of the English talking-therapies services. */
export interface ServiceOutcome {
  readonly reliableImprovement: boolean;
  readonly recovery: boolean;
  readonly reliableRecovery: boolean;
}

/**
 * The wording of the English talking-therapies services (IAPT), on two or more measures. Reliable
 * improvement: reliable change for the better on one, and on none for the worse. Recovery: at
 * caseness on at least one at the start, on none at the end. Reliable recovery: both. The rule is
 * recalled, not read in a source: it is for a service that reports by it and not on a client's card.
 */
export function talkingTherapiesOutcome(measures: readonly JudgedMeasure[]): ServiceOutcome {
  const has = (category: ChangeCategory) => measures.some((one) => one.category === category);
  const reliableImprovement = has('reliableImprovement') && !has('reliableWorsening');
  const recovery =
    measures.some(({ pre, caseness }) => isClinical(pre, caseness)) &&
    !measures.some(({ post, caseness }) => isClinical(post, caseness));
  return { reliableImprovement, recovery, reliableRecovery: reliableImprovement && recovery };
}
