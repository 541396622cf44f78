import type { RuleCode, RuleParameters } from '../../contracts/alert.ts';
import type { RuleSettings } from '../../contracts/rule-settings.ts';
import type { ParameterName, RuleDefinition } from './definition.ts';
import { limitFault } from './limits.ts';
import { isSafetyRule } from './safety-rules.ts';

/** A practice that has changed nothing. */
export const NO_SETTINGS: RuleSettings = { version: 0, rules: [] };

/** A rule with the numbers that it compares with. */
export interface RuleInForce<Name extends string = never> {
  readonly code: RuleCode;
  readonly version: number;
  readonly enabled: boolean;
  /** All of them by name; kept with what the rule says. */
  readonly parameters: RuleParameters;
  /** One of them. */
  readonly number: (name: Name) => number;
}

/**
 * A rule as a practice has set it. Settings are checked when they are saved; what slipped through
 * all the same is not followed here: a safety rule stays on, and a number outside its limits gives
 * way to the default.
 */
export function settingsInForce<const Definition extends RuleDefinition>(
  definition: Definition,
  { rules }: RuleSettings,
): RuleInForce<ParameterName<Definition>> {
  const { code, version } = definition;
  const own = rules.find(({ rule }) => rule === code);
  const parameters = Object.fromEntries(
    definition.parameters.map((parameter) => {
      const value = own?.parameters[parameter.name];
      const isAllowed = value !== undefined && limitFault(parameter, value) === null;
      return [parameter.name, isAllowed ? value : parameter.default];
    }),
  );
  return {
    code,
    version,
    enabled: isSafetyRule(code) || own?.enabled !== false,
    parameters,
    number: (name) => numberOf(parameters, name),
  };
}

function numberOf(parameters: RuleParameters, name: string): number {
  const value = parameters[name];
  if (value === undefined) throw new TypeError(`the rule has no parameter ${name}`);
  return value;
}
