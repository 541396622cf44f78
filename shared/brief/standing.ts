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
