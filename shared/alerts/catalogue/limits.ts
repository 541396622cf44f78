import type { RuleParameter } from '../../contracts/rule-settings.ts';

/** Units that are counted, not measured. */
const WHOLE: ReadonlySet<RuleParameter['unit']> = new Set([
  'days',
  'weeks',
  'measurements',
  'check-ins',
  'items',
]);

/**
 * Why a rule can't take a number: outside the limits that it states (what is no number at all
 * included), or a fraction of something that is counted. Null when it can.
 */
export function limitFault(
  { min, max, unit }: RuleParameter,
  value: number,
): 'outOfLimits' | 'notWhole' | null {
  if (!(value >= min && value <= max)) return 'outOfLimits';
  return WHOLE.has(unit) && !Number.isInteger(value) ? 'notWhole' : null;
}
