import type { CutOff, OutcomeDefinition, ReliableChangeValue } from '../contracts/thresholds.ts';

/**
 * Which of the facts that a measure carries are applied. A fact whose sources contradict each other
 * (`unsettled`) is shown and never applied.
 */

/**
 * The cut-off that a total is compared with: the default one, unless it was set for one group of
 * people, counts items in place of points, or is unsettled. Null where there is none.
 */
export function cutOffInUse(cutOffs: readonly CutOff[]): CutOff | null {
  return cutOffs.find((cutOff) => cutOff.default && appliesToTotals(cutOff)) ?? null;
}

/** The reliable-change value in points, "at least"; null where none is recommended or settled. */
export function thresholdInUse(value: ReliableChangeValue | null): number | null {
  return value === null || value.provenance === 'unsettled' ? null : value.value;
}

/**
 * The definition of response and remission, when it was seen in its source: one that is only
 * recalled is kept as data and not applied.
 */
export function outcomeInUse(outcome: OutcomeDefinition | null): OutcomeDefinition | null {
  return outcome?.provenance === 'seen' ? outcome : null;
}

function appliesToTotals({ provenance, countFrom, group }: CutOff): boolean {
  return provenance !== 'unsettled' && countFrom === undefined && group === undefined;
}
