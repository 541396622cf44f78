import type { ResponseId } from '../contracts/ids.ts';
import type { Observation, SupersededResponse, SupersededScore } from '../contracts/observation.ts';
import { bySubmission, inOrder } from './order.ts';

/** What says which of several responses is the newest revision. */
export type Revision = Pick<Observation, 'responseId' | 'submittedAt' | 'corrects'>;

/** Which responses count after corrections, and which were replaced. */
export interface Revised<Response extends Revision> {
  /** In order of submission of the original. */
  readonly current: readonly Response[];
  readonly superseded: readonly SupersededResponse[];
}

/**
 * Of a response and its corrections, and corrections of those, only the newest counts; all remain on
 * record. A correction of a response that is not at hand counts like any other. Corrections have to
 * be settled before responses are added up to a composite.
 */
export function newestRevisions<Response extends Revision>(
  responses: readonly Response[],
): Revised<Response> {
  const originals = new Map<ResponseId, ResponseId>();
  const chains = Map.groupBy(responses.toSorted(bySubmission), ({ responseId, corrects }) => {
    const original = corrects === null ? responseId : (originals.get(corrects) ?? corrects);
    originals.set(responseId, original);
    return original;
  });
  const revised = [...chains.values()];
  return {
    current: revised.flatMap((chain) => chain.slice(-1)),
    superseded: revised.flatMap((chain) =>
      chain
        .slice(-1)
        .flatMap(({ responseId: by }) =>
          chain.slice(0, -1).map(({ responseId }) => ({ responseId, by })),
        ),
    ),
  };
}

/** Corrected responses with the scores that they gave, for who draws them. */
export function supersededScores(
  superseded: readonly SupersededResponse[],
  observations: readonly Observation[],
): SupersededScore[] {
  if (superseded.length === 0) return [];
  const byId = new Map(observations.map((one) => [one.responseId, one]));
  return superseded.flatMap(({ responseId, by }) => {
    const replaced = byId.get(responseId);
    if (replaced === undefined) return [];
    const isSameForm = replaced.version === byId.get(by)?.version;
    return [{ responseId, by, on: replaced.on, displayed: isSameForm ? replaced.displayed : null }];
  });
}

/** By the day they describe, then by when they were recorded. */
export function byDay(one: Observation, other: Observation): number {
  return inOrder(one.on, other.on) || bySubmission(one, other);
}
