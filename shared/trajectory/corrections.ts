import type { ResponseId } from '../contracts/ids.ts';
import type { Observation, SupersededResponse } from '../contracts/observation.ts';

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
  const newest = new Map<ResponseId, Response>();
  const ordered = responses.toSorted(bySubmission);
  for (const response of ordered) {
    const { responseId, corrects } = response;
    const original = corrects === null ? responseId : (originals.get(corrects) ?? corrects);
    originals.set(responseId, original);
    newest.set(original, response);
  }
  const superseded = ordered.flatMap(({ responseId }) => {
    const by = newest.get(originals.get(responseId) ?? responseId)?.responseId;
    return by === undefined || by === responseId ? [] : [{ responseId, by }];
  });
  return { current: [...newest.values()], superseded };
}

/** By the day they describe, then by when they were recorded. */
export function byDay(one: Observation, other: Observation): number {
  return inOrder(one.on, other.on) || bySubmission(one, other);
}

/** Ids grow with time and settle a tie. */
function bySubmission(one: Revision, other: Revision): number {
  return inOrder(one.submittedAt, other.submittedAt) || inOrder(one.responseId, other.responseId);
}

/** Days, instants and ids of one format sort as text. */
function inOrder(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
