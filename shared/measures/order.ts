import type { ScoredResponse } from '../contracts/response.ts';

/** Submission time first; ids of version 7 grow with time and settle a tie. */
export function bySubmission(one: ScoredResponse, other: ScoredResponse): number {
  return (
    Date.parse(one.submittedAt) - Date.parse(other.submittedAt) ||
    (one.responseId < other.responseId ? -1 : 1)
  );
}
