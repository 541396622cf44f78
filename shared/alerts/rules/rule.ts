import type { RuleOutcome, Tier } from '../../contracts/alert.ts';
import type { AlertEvidence } from '../../contracts/alert-evidence.ts';
import type { SafetyItem } from '../../contracts/items.ts';
import type { RuleInForce } from '../catalogue/settings.ts';
import type { AnswerHistory } from '../history/answer-history.ts';
import type { LineHistory } from '../history/line-history.ts';

/** What a rule says of one answer; null: no news, an open alert stays as it is. */
export type ItemRule = (
  answers: AnswerHistory,
  item: SafetyItem,
  rule: RuleInForce,
) => RuleOutcome | null;

/** What a rule says of a whole form. */
export type FormRule<Name extends string = never> = (
  answers: AnswerHistory,
  rule: RuleInForce<Name>,
) => RuleOutcome | null;

/** What a rule says of a line, of which the newest response moved the scores. */
export type ScoreRule<Name extends string = never> = (
  line: LineHistory,
  rule: RuleInForce<Name>,
) => RuleOutcome | null;

/** What is said of a rule in its outcomes. */
type Spoken = Pick<RuleInForce, 'code' | 'version' | 'parameters'>;

/** The outcome of a rule whose condition holds, about a measure or an instrument. */
export function fires(
  { code, version, parameters }: Spoken,
  { id }: { readonly id: string },
  tier: Tier,
  evidence: AlertEvidence,
): RuleOutcome {
  return {
    outcome: 'fires',
    rule: code,
    ruleVersion: version,
    parameters,
    instrumentId: id,
    tier,
    evidence,
  };
}

/** The outcome of a rule whose condition no longer holds. */
export function clears({ code, version }: Spoken, { id }: { readonly id: string }): RuleOutcome {
  return { outcome: 'clears', rule: code, ruleVersion: version, instrumentId: id };
}
