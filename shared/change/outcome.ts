import type { Instrument } from '../contracts/instrument.ts';
import { atLeast } from '../scoring/rounding.ts';
import { isClinical } from './direction.ts';
import { cutOffInUse, outcomeInUse } from './in-use.ts';
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

/** What a measure says about response and remission. */
export type OutcomeFacts = Pick<Instrument, 'outcome' | 'cutOffs' | 'direction'>;

/** Smallest reduction that is called partial response, in percent (recalled). */
const PARTIAL_FROM = 25;

/**
 * Response: at least the published percentage (50 for the PHQ-9) below a baseline in the clinical
 * range; `notApplicable` when the baseline was not clinical. Remission: displayed score below the
 * published value. Null when the measure has no definition that was seen in its source, or no
 * cut-off to say what a clinical baseline is: a recalled definition is kept as data, not applied.
 */
export function judgeOutcome(
  baseline: OutcomePoint,
  latest: OutcomePoint,
  { outcome, cutOffs, direction }: OutcomeFacts,
): OutcomeJudgement | null {
  const definition = outcomeInUse(outcome);
  const cutOff = cutOffInUse(cutOffs);
  if (definition === null || cutOff === null) return null;
  const remission = latest.displayed < definition.remissionBelow;
  const reduction = percentBetter(baseline.total, latest.total, direction);
  if (!isClinical(baseline.displayed, cutOff) || reduction === null) {
    return { response: 'notApplicable', remission };
  }
  if (atLeast(reduction, definition.responsePercent)) return { response: 'response', remission };
  return {
    response: atLeast(reduction, PARTIAL_FROM) ? 'partialResponse' : 'notYet',
    remission,
  };
}

/**
 * Whether a displayed score is in remission: below the published value where a definition was seen
 * (PHQ-9: below 5), elsewhere on the functional side of the cut-off. Null where there is neither.
 */
export function isRemitted(
  displayed: number,
  { outcome, cutOffs }: Pick<OutcomeFacts, 'outcome' | 'cutOffs'>,
): boolean | null {
  const definition = outcomeInUse(outcome);
  if (definition !== null) return displayed < definition.remissionBelow;
  const cutOff = cutOffInUse(cutOffs);
  return cutOff === null ? null : !isClinical(displayed, cutOff);
}
