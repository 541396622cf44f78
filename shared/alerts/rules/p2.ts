import { compareSafety, safetyEvidence } from '../history/safety-points.ts';
import { fires, type ItemRule } from './rule.ts';

/**
 * P2, positive answer about violence by a partner. Urgent, and private: it appears in the client's
 * own record alone, in no couple's view, message or shared text. Never clears by itself.
 */
export const p2: ItemRule = (answers, item, rule) => {
  const compared = compareSafety(answers, item);
  if (!compared.positive) return null;
  return fires(rule, answers.instrument, 'urgent', safetyEvidence(item, compared));
};
