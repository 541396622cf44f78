import type { AcknowledgeAction, RuleCode, Tier } from '../contracts/alert.ts';
import type { AlertEvidence } from '../contracts/alert-evidence.ts';
import type { Instrument } from '../contracts/instrument.ts';

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

/**
 * The change that a rule asked for when it fired: `6 points, the reliable-change value (published)`
 * or, for a worse band (C3) and three rises (T1), `3 points, half the reliable-change value of 6
 * (halving it is Throughline's own proposal)`. The number is the evidence's own, as it was used.
 * Null for a risk answer, and where the measure has no such value.
 */
export function changeAskedInWords(evidence: AlertEvidence, known: Instrument): string | null {
  const whole = known.reliableChange;
  if (evidence.kind === 'safetyAnswer' || evidence.threshold === null || whole === null)
    return null;
  const points = `${evidence.threshold} ${evidence.threshold === 1 ? 'point' : 'points'}`;
  if (evidence.kind === 'band' || evidence.kind === 'rises') {
    const halving = 'halving it is Throughline’s own proposal';
    return `${points}, half the reliable-change value of ${whole.value} (${halving})`;
  }
  return `${points}, the reliable-change value (${whole.kind})`;
}
