import type { SettingsFault } from '#shared/alerts/catalogue/validate-settings.ts';
import type { RuleParameter } from '#shared/contracts/rule-settings.ts';

/** What may be set, and what holds otherwise: `1 to 14 days; 7 when nothing is set`. */
export function limitsInWords({ min, max, unit, default: otherwise }: RuleParameter): string {
  const of = unit === 'share' ? '' : ` ${unit}`;
  return `${min} to ${max}${of}; ${otherwise} when nothing is set`;
}

/** Why a setting was refused, as the person who tried reads it. */
export function faultInWords(fault: SettingsFault): string {
  if (fault.fault === 'outOfLimits') {
    const { min, max } = fault.parameter;
    return `“${meaningOf(fault.parameter)}” takes a number from ${min} to ${max}.`;
  }
  if (fault.fault === 'notWhole') return `“${meaningOf(fault.parameter)}” takes a whole number.`;
  if (fault.fault === 'safetyRuleOff') {
    return 'Rules about danger stay on: an answer that nobody is told of would look like safety.';
  }
  return 'This rule has nothing of the kind to set. Reload the page and try again.';
}

/** What a number means, as the label of its field. */
export function meaningOf({ meaning }: RuleParameter): string {
  return meaning.slice(0, 1).toUpperCase() + meaning.slice(1);
}
