import { RuleCode, type RuleParameters } from '../../contracts/alert.ts';
import { ok, type Result, refuse } from '../../contracts/result.ts';
import type { RuleParameter, RuleSetting, RuleSettings } from '../../contracts/rule-settings.ts';
import { RULES } from './catalogue.ts';
import type { RuleDefinition } from './definition.ts';
import { limitFault } from './limits.ts';
import { isSafetyRule } from './safety-rules.ts';

/** Settings as somebody states them, before it is known whether the rules exist. */
export interface StatedRuleSettings {
  readonly version: number;
  readonly rules: readonly {
    readonly rule: string;
    readonly enabled: boolean;
    readonly parameters: RuleParameters;
  }[];
}

/** Why a setting is refused. */
export type SettingsFault =
  | { readonly fault: 'unknownRule' | 'ruleTwice' | 'safetyRuleOff'; readonly rule: string }
  | { readonly fault: 'unknownParameter'; readonly rule: RuleCode; readonly parameter: string }
  | {
      readonly fault: 'outOfLimits' | 'notWhole';
      readonly rule: RuleCode;
      /** What was to be set, with its limits. */
      readonly parameter: RuleParameter;
    };

/** Settings that every rule can follow, or all that is wrong with them. */
export function validateRuleSettings(
  stated: StatedRuleSettings,
): Result<RuleSettings, readonly SettingsFault[]> {
  const faults: SettingsFault[] = [];
  const rules: RuleSetting[] = [];
  for (const { rule, enabled, parameters } of stated.rules) {
    const code = RuleCode.safeParse(rule);
    if (!code.success) {
      faults.push({ fault: 'unknownRule', rule });
      continue;
    }
    if (rules.some((earlier) => earlier.rule === code.data))
      faults.push({ fault: 'ruleTwice', rule });
    const definition = RULES[code.data];
    if (!enabled && isSafetyRule(code.data)) faults.push({ fault: 'safetyRuleOff', rule });
    faults.push(...parameterFaults(definition, parameters));
    rules.push({ rule: code.data, enabled, parameters });
  }
  return faults.length > 0 ? refuse(faults) : ok({ version: stated.version, rules });
}

function parameterFaults(definition: RuleDefinition, parameters: RuleParameters): SettingsFault[] {
  const rule = definition.code;
  return Object.entries(parameters).flatMap(([name, value]): SettingsFault[] => {
    const parameter = definition.parameters.find((known) => known.name === name);
    if (parameter === undefined) return [{ fault: 'unknownParameter', rule, parameter: name }];
    const fault = limitFault(parameter, value);
    return fault === null ? [] : [{ fault, rule, parameter }];
  });
}
