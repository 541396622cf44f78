import * as z from 'zod/mini';
import { RuleCode, RuleParameters } from './alert.ts';
import type { Instant } from './calendar.ts';

/**
 * What a practice has changed about a rule. A rule that is not named keeps its defaults; a safety
 * rule can't be switched off and has nothing to set.
 */
export const RuleSetting = z.object({
  rule: RuleCode,
  enabled: z.boolean(),
  /** Only what differs from the default; each within the limits that the rule states. */
  parameters: RuleParameters,
});
export type RuleSetting = z.infer<typeof RuleSetting>;

/** All of a practice's settings, as they were at one moment. */
export const RuleSettings = z.object({
  /** Counts up with every change, so that an alert can say which settings it was judged by. */
  version: z.int().check(z.nonnegative()),
  rules: z.array(RuleSetting),
});
export type RuleSettings = z.infer<typeof RuleSettings>;

/** The settings in force from a moment on, until the next ones. */
export interface DatedRuleSettings {
  readonly from: Instant;
  readonly settings: RuleSettings;
}

/** One number of a rule that a practice may set. */
export interface RuleParameter {
  /** Stable name: `percentBetter`. */
  readonly name: string;
  /** What it means, as a person reads it. */
  readonly meaning: string;
  readonly default: number;
  /** Both ends belong to the allowed range. */
  readonly min: number;
  readonly max: number;
  readonly unit:
    | 'points'
    | 'percent'
    | 'days'
    | 'weeks'
    | 'measurements'
    | 'check-ins'
    | 'items'
    | 'seconds'
    | 'share';
}

/** Whether a rule rests on a publication or is our own proposal. */
export interface RuleStanding {
  readonly provenance: 'published' | 'proposal';
  /** The publication, or the reason behind the proposal. */
  readonly source: string;
}
