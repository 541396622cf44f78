import type { RuleOutcome } from '../contracts/alert.ts';
import type { SafetyItem } from '../contracts/items.ts';
import type { MeasureHistory } from './history.ts';
import { fires } from './rule.ts';
import { compareSafety, safetyEvidence } from './safety-points.ts';

/**
 * S1, new risk answer: the item is positive, and the last answer to it within 60 days was not, or
 * there was none. Urgent. Never clears by itself: a later "not at all" is no evidence of safety,
 * so only a person's acknowledgement ends it.
 */
export function s1(history: MeasureHistory, item: SafetyItem): RuleOutcome | null {
  const compared = compareSafety(history, item);
  if (!compared.positive || compared.wasPositive) return null;
  return fires('S1', history, 'urgent', safetyEvidence(item, compared));
}
