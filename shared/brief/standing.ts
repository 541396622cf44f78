import type { ScoredResponse } from '../contracts/response.ts';
import { newestRevisions, type Revised, type Revision } from '../trajectory/corrections.ts';

/** Which responses count after corrections, and which were replaced. */
export function standing(responses: readonly ScoredResponse[]): Revised<ScoredResponse & Revision> {
  return newestRevisions(
    responses.map((response) => ({ ...response, corrects: response.supersedes ?? null })),
  );
}
