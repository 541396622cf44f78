import type { Tier } from '../../contracts/alert.ts';
import { compareSafety, type SafetyComparison, safetyEvidence } from '../history/safety-points.ts';
import { fires, type ItemRule } from './rule.ts';

/** An ongoing risk answer of at least this value is urgent even when it did not rise. */
const URGENT_FROM = 2;

/**
 * S2, ongoing risk answer: the item is positive, and so was the last answer to it within 60 days.
 * An emergency where the answer is one, urgent when it rose or is 2 or more, otherwise for review.
 * Like S1 it never clears by itself.
 */
export const s2: ItemRule = (answers, item, rule) => {
  const compared = compareSafety(answers, item);
  if (!compared.positive || !compared.wasPositive) return null;
  return fires(rule, answers.instrument, tierOf(compared), safetyEvidence(item, compared));
};

function tierOf({ now, before, emergency }: SafetyComparison): Tier {
  if (emergency) return 'emergency';
  const value = now.value ?? 0;
  return value >= URGENT_FROM || value > (before?.value ?? 0) ? 'urgent' : 'review';
}
