import * as z from 'zod/mini';
import { CalendarDate, Instant } from './calendar.ts';
import { AlertId, ResponseId } from './ids.ts';

/**
 * The alert rules in force.
 * S1 new positive safety answer. S2 ongoing. S3 safety item unanswered.
 * C1 reliable worsening since the previous score. C2 since baseline. C3 severity band rose.
 * C4 entered the clinical range. T1 three rises in a row.
 */
export const RuleCode = z.enum(['S1', 'S2', 'S3', 'C1', 'C2', 'C3', 'C4', 'T1']);
export type RuleCode = z.infer<typeof RuleCode>;

/** Urgency, highest first. Only `emergency` may interrupt. */
export const Tier = z.enum(['emergency', 'urgent', 'review', 'info']);
export type Tier = z.infer<typeof Tier>;

/** A dated score that a rule looked at. */
export const ScorePoint = z.object({
  responseId: ResponseId,
  on: CalendarDate,
  /** Unrounded. */
  total: z.number(),
  /** Rounded half up, as people see it. */
  displayed: z.int(),
  band: z.nullable(z.string()),
});
export type ScorePoint = z.infer<typeof ScorePoint>;

/** A safety answer that a rule looked at. */
export const SafetyPoint = z.object({
  responseId: ResponseId,
  on: CalendarDate,
  value: z.nullable(z.int()),
  label: z.nullable(z.string()),
});
export type SafetyPoint = z.infer<typeof SafetyPoint>;

/** What a rule saw when it fired: enough to show why, and to work it out again. */
export const AlertEvidence = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('safetyAnswer'),
    item: z.int(),
    now: SafetyPoint,
    /** The last answer to the same item within the look-back; null when there was none. */
    before: z.nullable(SafetyPoint),
  }),
  z.object({
    kind: z.literal('change'),
    against: z.enum(['previous', 'baseline']),
    from: ScorePoint,
    to: ScorePoint,
    /** `to.total - from.total`, signed. */
    points: z.number(),
    /** The reliable-change value in points. */
    threshold: z.number(),
  }),
  z.object({
    kind: z.literal('band'),
    from: ScorePoint,
    to: ScorePoint,
    points: z.number(),
    /** Half the reliable-change value; null where the instrument has none (then tier is info). */
    threshold: z.nullable(z.number()),
  }),
  z.object({
    kind: z.literal('cutOff'),
    from: ScorePoint,
    to: ScorePoint,
    points: z.number(),
    threshold: z.number(),
    cutOff: z.number(),
  }),
  z.object({
    kind: z.literal('rises'),
    /** Four scores, oldest first. */
    run: z.array(ScorePoint).check(z.length(4)),
    points: z.number(),
    threshold: z.number(),
  }),
]);
export type AlertEvidence = z.infer<typeof AlertEvidence>;

/** What a rule says of the newest response. */
export type RuleOutcome =
  | {
      readonly outcome: 'fires';
      readonly rule: RuleCode;
      readonly ruleVersion: number;
      readonly instrumentId: string;
      readonly tier: Tier;
      readonly evidence: AlertEvidence;
    }
  /** The condition that keeps an open alert of this rule alive has ended. */
  | {
      readonly outcome: 'clears';
      readonly rule: RuleCode;
      readonly ruleVersion: number;
      readonly instrumentId: string;
    };

/** What the clinician did about an alert; the practice's own list comes later. */
export const AcknowledgeAction = z.enum([
  'discussedInSession',
  'contactedClient',
  'safetyPlanReviewed',
  'willDiscussNextSession',
  'notUseful',
]);
export type AcknowledgeAction = z.infer<typeof AcknowledgeAction>;

/** One alert as the panel draws it. Open until acknowledged, or resolved by a later answer. */
export const Alert = z.object({
  alertId: AlertId,
  rule: RuleCode,
  ruleVersion: z.int(),
  instrumentId: z.string(),
  tier: Tier,
  status: z.enum(['open', 'acknowledged', 'resolved']),
  openedAt: Instant,
  /** When the newest evidence joined. */
  latestAt: Instant,
  /** Oldest first; new evidence joins an open alert rather than opening a second one. */
  evidence: z.array(AlertEvidence).check(z.minLength(1)),
  acknowledgement: z.nullable(z.object({ by: z.string(), at: Instant, action: AcknowledgeAction })),
  /** When a later answer ended it; null for any other. */
  resolvedAt: z.nullable(Instant),
});
export type Alert = z.infer<typeof Alert>;
