import type { ScoringRule } from '../contracts/scoring-rule.ts';

/**
 * Decimals with which a score is shown: none, or two where it is a mean of items. With one, the mean
 * of 11 answers could be rounded across the edge of a band: 27/11 is below 2.5 and would read 2.5.
 */
export function shownPlaces(method: ScoringRule['method']): number {
  return method === 'mean' ? 2 : 0;
}
