import type { RuleCode, Tier } from '../../contracts/alert.ts';
import type { RuleParameter, RuleStanding } from '../../contracts/rule-settings.ts';

/** Everything that is known of a rule, apart from how it judges. */
export interface RuleDefinition {
  readonly code: RuleCode;
  /** Counts up whenever the same history could give another outcome; stored with every alert. */
  readonly version: number;
  readonly standing: RuleStanding;
  /** What a practice may set; empty where there is nothing. */
  readonly parameters: readonly RuleParameter[];
  /** `person`: only an acknowledgement ends it, never a later answer. */
  readonly endedBy: 'person' | 'laterAnswer';
  /** The tiers that it fires with, most urgent first. */
  readonly tiers: readonly Tier[];
}

/** The names of what a practice may set about a rule. */
export type ParameterName<Definition extends RuleDefinition> =
  Definition['parameters'][number]['name'];

/** What holds of every rule that is not about safety, unless it says otherwise. */
export const ORDINARY = {
  endedBy: 'laterAnswer',
} as const;

/**
 * How many times the reliable-change value of the measure a rule asks for. It can be made stricter,
 * never laxer: below one it would no longer be a reliable change.
 */
export const WHOLE_RELIABLE_CHANGE = {
  name: 'share',
  meaning: 'how many times the reliable-change value of the measure is asked for',
  default: 1,
  min: 1,
  max: 2,
  unit: 'share',
} as const satisfies RuleParameter;

/** What share of the reliable-change value of the measure a rule asks for. */
export const HALF_RELIABLE_CHANGE = {
  name: 'share',
  meaning: 'what share of the reliable-change value of the measure is asked for',
  default: 0.5,
  min: 0.25,
  max: 1,
  unit: 'share',
} as const satisfies RuleParameter;
