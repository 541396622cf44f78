import type { RuleCode, RuleOutcome, Tier } from '../contracts/alert.ts';
import type { AlertEvidence } from '../contracts/alert-evidence.ts';
import type { MeasureHistory } from './history.ts';

/** Version of every rule in this folder; stored with each alert, so that it can be replayed. */
export const RULE_VERSION = 1;

/** What a rule says of the newest response; null: no news, an open alert stays as it is. */
export type Rule = (history: MeasureHistory) => RuleOutcome | null;

/** The outcome of a rule whose condition holds. */
export function fires(
  rule: RuleCode,
  { instrument }: MeasureHistory,
  tier: Tier,
  evidence: AlertEvidence,
): RuleOutcome {
  return {
    outcome: 'fires',
    rule,
    ruleVersion: RULE_VERSION,
    instrumentId: instrument.id,
    tier,
    evidence,
  };
}

/** The outcome of a rule whose condition no longer holds. */
export function clears(rule: RuleCode, { instrument }: MeasureHistory): RuleOutcome {
  return { outcome: 'clears', rule, ruleVersion: RULE_VERSION, instrumentId: instrument.id };
}
