import type { BriefFacts } from '../contracts/brief.ts';
import type { LineResponse } from '../contracts/response.ts';

/** Every response that facts hold, once, with its answers or without; any order. */
export function responsesAtHand({
  responses,
  earlier = [],
}: Pick<BriefFacts, 'responses' | 'earlier'>): readonly LineResponse[] {
  const answered = new Set(responses.map(({ responseId }) => responseId));
  return [...responses, ...earlier.filter(({ responseId }) => !answered.has(responseId))];
}
