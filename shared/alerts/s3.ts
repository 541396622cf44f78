import type { RuleOutcome } from '../contracts/alert.ts';
import type { SafetyItem } from '../contracts/items.ts';
import type { MeasureHistory } from './history.ts';
import { clears, fires } from './rule.ts';
import { compareSafety, safetyEvidence } from './safety-points.ts';

/**
 * S3, risk question not answered: the form was submitted with the item left blank, whether or not
 * the rest could be scored. For review. Clears when the item is answered on a later form, be it
 * positive (then S1 or S2 speaks) or not. A question that was not put is neither blank nor answered.
 */
export function s3(history: MeasureHistory, item: SafetyItem): RuleOutcome | null {
  const compared = compareSafety(history, item);
  if (!compared.asked) return null;
  if (compared.now.value !== null) return clears('S3', history);
  return fires('S3', history, 'review', safetyEvidence(item, compared));
}
