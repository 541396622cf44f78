import type { Observation } from '../contracts/observation.ts';

/** Days, instants and ids of one format sort as text. */
export function inOrder(one: string, other: string): number {
  if (one < other) return -1;
  return one > other ? 1 : 0;
}

/** Submission time first; ids of version 7 grow with time and settle a tie. */
export function bySubmission(
  one: Pick<Observation, 'responseId' | 'submittedAt'>,
  other: Pick<Observation, 'responseId' | 'submittedAt'>,
): number {
  return inOrder(one.submittedAt, other.submittedAt) || inOrder(one.responseId, other.responseId);
}
