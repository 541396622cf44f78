import type { Instrument } from '../contracts/instrument.ts';
import { atLeast } from '../scoring/rounding.ts';
import { isClinical } from './direction.ts';
import { percentBetter } from './judge.ts';

/** How far a client has come by the published definitions. */
export interface OutcomeJudgement {
  readonly response: 'response' | 'partialResponse' | 'notYet' | 'notApplicable';
  readonly remission: boolean;
}

/** A score as it is computed with and as it is shown. */
export interface OutcomePoint {
  readonly total: number;
  readonly displayed: number;
}

/** Smallest reduction that is called partial response, in percent (recalled). */
const PARTIAL_FROM = 25;

/**
 * Response: at least the published percentage (50 for the PHQ-9) below a baseline in the clinical
 * range; `notApplicable` when the baseline was not clinical. Remission: displayed score below the
 * published value. Null when the instrument has no definition that was seen in its source, or no
 * cut-off to say what a clinical baseline is: a recalled definition is kept as data, not applied.
 */
export function judgeOutcome(
  baseline: OutcomePoint,
  latest: OutcomePoint,
  { outcome, cutOffs, direction }: Instrument,
): OutcomeJudgement | null {
  const cutOff = cutOffs.find((candidate) => candidate.default);
  if (outcome === null || outcome.provenance !== 'seen' || cutOff === undefined) return null;
  const remission = latest.displayed < outcome.remissionBelow;
  const reduction = percentBetter(baseline.total, latest.total, direction);
  if (!isClinical(baseline.displayed, cutOff) || reduction === null) {
    return { response: 'notApplicable', remission };
  }
  if (atLeast(reduction, outcome.responsePercent)) return { response: 'response', remission };
  return {
    response: atLeast(reduction, PARTIAL_FROM) ? 'partialResponse' : 'notYet',
    remission,
  };
}
