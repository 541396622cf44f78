import type { RuleCode, Tier } from '../contracts/alert.ts';
import type { RuleStanding } from '../contracts/rule-settings.ts';

/** What each rule says, as people read it; direction-free, so that it fits every scale. */
export const RULE_WORDS: Readonly<Record<RuleCode, string>> = {
  S1: 'new risk answer',
  S2: 'ongoing risk answer',
  S3: 'risk question not answered',
  S4: 'finding of a risk screen',
  C1: 'reliable worsening since the previous score',
  C2: 'reliable worsening since baseline',
  C3: 'moved to a worse severity band',
  C4: 'entered the clinical range',
  T1: 'three worse scores in a row',
  T2: 'scores getting worse over time',
  N1: 'not on track, no reliable improvement so far',
  N2: 'no reliable improvement for a longer time',
  R1: 'back in the clinical range after remission',
  M1: 'missed check-ins after an answer or score of concern',
  M2: 'missed check-ins',
  V1: 'the same answer to questions in both directions, check the answers with the client',
  V2: 'answered very fast, check the answers with the client',
  V3: 'a long run of one answer, check the answers with the client',
  P1: 'partners’ scores far apart',
  P2: 'answer about violence by a partner',
  G1: 'good news, reliable improvement or remission reached',
};

/** How urgent an alert is, as people read it. */
export const TIER_WORDS: Readonly<Record<Tier, string>> = {
  emergency: 'Emergency',
  urgent: 'Urgent',
  review: 'For review',
  info: 'Information',
};

/** Where a rule comes from, as people read it. */
export function standingInWords({ provenance, source }: RuleStanding): string {
  return provenance === 'published'
    ? `published: ${source}`
    : `Throughline’s own proposal, not a published rule: ${source}`;
}
