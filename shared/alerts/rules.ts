import type { RuleOutcome } from '../contracts/alert.ts';
import type { SafetyItem } from '../contracts/items.ts';
import type { RuleSettings } from '../contracts/rule-settings.ts';
import { C1, C2, C3, C4 } from './catalogue/change.ts';
import { G1, R1, T1, T2 } from './catalogue/course.ts';
import type { ParameterName, RuleDefinition } from './catalogue/definition.ts';
import { N1, N2 } from './catalogue/progress.ts';
import { P2, S1, S2, S3, S4 } from './catalogue/safety.ts';
import { type RuleInForce, settingsInForce } from './catalogue/settings.ts';
import { V1, V2, V3 } from './catalogue/validity.ts';
import type { AnswerHistory } from './history/answer-history.ts';
import type { LineHistory } from './history/line-history.ts';
import { c1 } from './rules/c1.ts';
import { c2 } from './rules/c2.ts';
import { c3 } from './rules/c3.ts';
import { c4 } from './rules/c4.ts';
import { g1Improvement, g1Remission } from './rules/g1.ts';
import { n1 } from './rules/n1.ts';
import { n2 } from './rules/n2.ts';
import { p2 } from './rules/p2.ts';
import { r1 } from './rules/r1.ts';
import type { ItemRule } from './rules/rule.ts';
import { s1 } from './rules/s1.ts';
import { s2 } from './rules/s2.ts';
import { s3 } from './rules/s3.ts';
import { s4 } from './rules/s4.ts';
import { t1 } from './rules/t1.ts';
import { t2 } from './rules/t2.ts';
import { v1 } from './rules/v1.ts';
import { v2 } from './rules/v2.ts';
import { v3 } from './rules/v3.ts';

/** A rule as a practice has set it, applied: no outcome, or one. */
type Judge<Seen> = (seen: Seen, settings: RuleSettings) => readonly RuleOutcome[];

/** The same for a rule about one safety item. */
type ItemJudge = (
  answers: AnswerHistory,
  settings: RuleSettings,
  item: SafetyItem,
) => readonly RuleOutcome[];

/** Rules about a positive risk answer. */
export const RISK_RULES: readonly ItemJudge[] = [itemRule(S1, s1), itemRule(S2, s2)];

/** The rule about a risk question left blank. */
export const UNANSWERED_RULE = itemRule(S3, s3);

/** The rule about a screen's finding. */
export const SCREEN_RULE: Judge<AnswerHistory> = rule(S4, s4);

/** The rule about violence by a partner. */
export const PRIVATE_RULE = itemRule(P2, p2);

/** Rules about one line, in the order of the catalogue. */
export const SCORE_RULES: readonly Judge<LineHistory>[] = [
  rule(C1, c1),
  rule(C2, c2),
  rule(C3, c3),
  rule(C4, c4),
  rule(T1, t1),
  rule(T2, t2),
  rule(N1, n1),
  rule(N2, n2),
  rule(R1, r1),
  rule(G1, g1Improvement),
  rule(G1, g1Remission),
];

/** Rules about how a form was filled in. */
export const FORM_RULES: readonly Judge<AnswerHistory>[] = [
  rule(V1, v1),
  rule(V2, v2),
  rule(V3, v3),
];

function rule<const Definition extends RuleDefinition, Seen>(
  definition: Definition,
  judge: (seen: Seen, rule: RuleInForce<ParameterName<Definition>>) => RuleOutcome | null,
): Judge<Seen> {
  return (seen, settings) => {
    const inForce = settingsInForce(definition, settings);
    return spoken(judge(seen, inForce), inForce);
  };
}

function itemRule(definition: RuleDefinition, judge: ItemRule): ItemJudge {
  return (answers, settings, item) => {
    const inForce = settingsInForce(definition, settings);
    return spoken(judge(answers, item, inForce), inForce);
  };
}

/** A rule that was switched off opens nothing, but still ends what it had opened. */
function spoken(outcome: RuleOutcome | null, { enabled }: { enabled: boolean }): RuleOutcome[] {
  if (outcome === null) return [];
  return enabled || outcome.outcome === 'clears' ? [outcome] : [];
}
