import type { AlertEvidence } from '../../contracts/alert-evidence.ts';
import type { ScoredResponse } from '../../contracts/response.ts';
import type { GivenAnswer } from '../history/given-answers.ts';

type Validity = Extract<AlertEvidence, { kind: 'validity' }>;

/** The evidence of a rule about how a form was filled in; what it did not look at is null. */
export function validityEvidence(
  { responseId, answeredOn }: ScoredResponse,
  given: readonly GivenAnswer[],
  seen: Pick<Validity, 'threshold'> & Partial<Pick<Validity, 'longestRun' | 'spread' | 'seconds'>>,
): Validity {
  return {
    kind: 'validity',
    responseId,
    on: answeredOn,
    answered: given.length,
    longestRun: null,
    spread: null,
    seconds: null,
    ...seen,
  };
}
