import type { Instrument } from '../../contracts/instrument.ts';
import type { ScoredResponse } from '../../contracts/response.ts';
import { byDay } from '../../measures/order.ts';
import { newestRevisions } from '../../trajectory/corrections.ts';
import { bySubmission } from '../../trajectory/order.ts';
import type { Circumstances } from '../circumstances.ts';

/** One client's answers to one instrument, seen from one response, as a rule the newest. */
export interface AnswerHistory {
  readonly instrument: Instrument;
  /** The response being judged, scored or not. */
  readonly newest: ScoredResponse;
  /** Those about days before it, or recorded before it on the same day; oldest first. */
  readonly earlier: readonly ScoredResponse[];
  /** Those after it: there are some when an old form was recorded or corrected. */
  readonly later: readonly ScoredResponse[];
  /** Seconds from the first to the last answer of the newest; null where that is not known. */
  readonly seconds: number | null;
}

/** The responses to one version of an instrument, any order kept. */
export function responsesTo(
  { id, version }: Instrument,
  responses: readonly ScoredResponse[],
): ScoredResponse[] {
  return responses.filter(
    ({ instrumentId, instrumentVersion }) => instrumentId === id && instrumentVersion === version,
  );
}

/**
 * Puts the responses to an instrument in order; null when there is none. Another version has other
 * items and is left out. What was corrected since is left out as well: it stays on record, but
 * nothing is compared with it.
 */
export function answerHistory(
  responses: readonly ScoredResponse[],
  instrument: Instrument,
  { judged, seconds }: Circumstances,
): AnswerHistory | null {
  const standing = standingResponses(responsesTo(instrument, responses));
  const newest =
    standing.find(({ responseId }) => responseId === judged) ??
    standing.toSorted(bySubmission).at(-1);
  if (newest === undefined) return null;
  const others = standing.filter((response) => response !== newest).toSorted(byDay);
  return {
    instrument,
    newest,
    earlier: others.filter((other) => byDay(other, newest) < 0),
    later: others.filter((other) => byDay(other, newest) > 0),
    seconds: seconds?.get(newest.responseId) ?? null,
  };
}

/** Of each response and its corrections the newest. */
export function standingResponses(responses: readonly ScoredResponse[]): ScoredResponse[] {
  const { current } = newestRevisions(
    responses.map((response) => ({ ...response, corrects: response.supersedes ?? null })),
  );
  const standing = new Set(current.map(({ responseId }) => responseId));
  return responses.filter(({ responseId }) => standing.has(responseId));
}
