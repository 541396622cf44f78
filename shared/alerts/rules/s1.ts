import { compareSafety, safetyEvidence } from '../history/safety-points.ts';
import { fires, type ItemRule } from './rule.ts';

/**
 * S1, new risk answer: the item is positive, and the last answer to it within 60 days was not, or
 * there was none. Urgent, or an emergency where the answer is one. Never clears by itself: a later
 * "not at all" is no evidence of safety, so only a person's acknowledgement ends it.
 */
export const s1: ItemRule = (answers, item, rule) => {
  const compared = compareSafety(answers, item);
  if (!compared.positive || compared.wasPositive) return null;
  const tier = compared.emergency ? 'emergency' : 'urgent';
  return fires(rule, answers.instrument, tier, safetyEvidence(item, compared));
};
