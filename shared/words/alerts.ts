import type { AcknowledgeAction, RuleCode, Tier } from '../contracts/alert.ts';

/** What each rule says, as people read it; direction-free, so that it fits every scale. */
export const RULE_WORDS: Readonly<Record<RuleCode, string>> = {
  S1: 'new risk answer',
  S2: 'ongoing risk answer',
  S3: 'risk question not answered',
  C1: 'reliable worsening since the previous score',
  C2: 'reliable worsening since baseline',
  C3: 'moved to a worse severity band',
  C4: 'entered the clinical range',
  T1: 'three worse scores in a row',
};

/** How urgent an alert is, as people read it. */
export const TIER_WORDS: Readonly<Record<Tier, string>> = {
  emergency: 'Emergency',
  urgent: 'Urgent',
  review: 'For review',
  info: 'Information',
};

/** What a clinician can say was done about an alert. */
export const ACTION_WORDS: Readonly<Record<AcknowledgeAction, string>> = {
  discussedInSession: 'Discussed in session',
  contactedClient: 'Contacted the client',
  safetyPlanReviewed: 'Safety plan reviewed',
  willDiscussNextSession: 'Will discuss next session',
  notUseful: 'Not useful',
};
