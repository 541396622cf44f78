import type { Observation, OtherForm } from '../contracts/observation.ts';

/** The observations of one form, and those of others. */
export interface OneForm {
  readonly observations: readonly Observation[];
  /** Recall period in days; null for "in general". */
  readonly recallDays: number | null;
  readonly others: readonly OtherForm[];
}

/**
 * Another version or another recall period is another measure: only the form that was answered for
 * the newest day stands on the line, the others are counted and compared with nothing. Takes
 * observations oldest first; `measureRecall` is what a form without a period of its own asks about.
 */
export function oneForm(ordered: readonly Observation[], measureRecall: number | null): OneForm {
  const recallOf = ({ recallDays }: Observation) =>
    recallDays === undefined ? measureRecall : recallDays;
  const newest = ordered.at(-1);
  if (newest === undefined) return { observations: [], recallDays: measureRecall, others: [] };
  const isSame = (one: Observation) =>
    one.version === newest.version && recallOf(one) === recallOf(newest);
  return {
    observations: ordered.filter(isSame),
    recallDays: recallOf(newest),
    others: ordered
      .filter((one) => !isSame(one))
      .map((one) => ({
        responseId: one.responseId,
        on: one.on,
        version: one.version,
        recallDays: recallOf(one),
      })),
  };
}
