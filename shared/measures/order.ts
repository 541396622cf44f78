import type { ScoredResponse } from '../contracts/response.ts';

/** Submission time first; ids of version 7 grow with time and settle a tie. Both sort as text. */
export function bySubmission(one: ScoredResponse, other: ScoredResponse): number {
  if (one.submittedAt !== other.submittedAt) return one.submittedAt < other.submittedAt ? -1 : 1;
  return one.responseId < other.responseId ? -1 : 1;
}

/** By the day they describe, then by submission: a form that is recorded late is no newer for it. */
export function byDay(one: ScoredResponse, other: ScoredResponse): number {
  if (one.answeredOn !== other.answeredOn) return one.answeredOn < other.answeredOn ? -1 : 1;
  return bySubmission(one, other);
}
