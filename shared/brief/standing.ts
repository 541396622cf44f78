import type { LineResponse } from '../contracts/response.ts';
import { newestRevisions, type Revised, type Revision } from '../trajectory/corrections.ts';

/** Which responses count after corrections, and which were replaced. */
export function standing<Response extends LineResponse>(
  responses: readonly Response[],
): Revised<Response & Revision> {
  return newestRevisions(
    responses.map((response) => ({ ...response, corrects: response.supersedes ?? null })),
  );
}

/** Those that no other one corrects. */
export function uncorrected<One extends Pick<LineResponse, 'responseId' | 'supersedes'>>(
  all: readonly One[],
): One[] {
  const corrected = new Set(all.map(({ supersedes }) => supersedes));
  return all.filter(({ responseId }) => !corrected.has(responseId));
}
