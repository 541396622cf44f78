import { thresholdInUse } from '../../change/in-use.ts';
import type { Measure } from '../../contracts/measure.ts';
import type { ReliableChangeValue } from '../../contracts/thresholds.ts';
import type { RuleInForce } from '../catalogue/settings.ts';

/**
 * The change in points that a rule asks for: its share of the measure's reliable-change value. Null
 * where none is recommended or its sources contradict each other; then the rule can't fire.
 */
export function askedChange(
  { reliableChange }: Pick<Measure, 'reliableChange'>,
  rule: RuleInForce<'share'>,
): number | null {
  const whole = thresholdInUse(reliableChange);
  return whole === null ? null : whole * rule.number('share');
}

/** The measure's reliable-change value as a rule asks for it, for what takes the whole of it. */
export function askedReliableChange(
  { reliableChange }: Pick<Measure, 'reliableChange'>,
  rule: RuleInForce<'share'>,
): ReliableChangeValue | null {
  return reliableChange === null
    ? null
    : { ...reliableChange, value: reliableChange.value * rule.number('share') };
}
