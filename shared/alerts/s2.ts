import type { RuleOutcome, Tier } from '../contracts/alert.ts';
import type { SafetyItem } from '../contracts/items.ts';
import type { MeasureHistory } from './history.ts';
import { fires } from './rule.ts';
import { compareSafety, type SafetyComparison, safetyEvidence } from './safety-points.ts';

/** An ongoing risk answer of at least this value is urgent even when it did not rise. */
const URGENT_FROM = 2;

/**
 * S2, ongoing risk answer: the item is positive, and so was the last answer to it within 60 days.
 * Urgent when it rose or is 2 or more, otherwise for review. Like S1 it never clears by itself.
 */
export function s2(history: MeasureHistory, item: SafetyItem): RuleOutcome | null {
  const compared = compareSafety(history, item);
  if (!compared.positive || !compared.wasPositive) return null;
  return fires('S2', history, tierOf(compared), safetyEvidence(item, compared));
}

function tierOf({ now, before }: SafetyComparison): Tier {
  const value = now.value ?? 0;
  return value >= URGENT_FROM || value > (before?.value ?? 0) ? 'urgent' : 'review';
}
