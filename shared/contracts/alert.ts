import * as z from 'zod/mini';
import { AlertEvidence } from './alert-evidence.ts';
import { Instant } from './calendar.ts';
import { AlertId } from './ids.ts';

/**
 * The alert rules.
 * S1 new positive safety answer. S2 ongoing. S3 safety item unanswered. S4 finding of a screen.
 * C1 reliable worsening since the previous score. C2 since baseline. C3 severity band rose.
 * C4 entered the clinical range. T1 three rises in a row. T2 slope worsening.
 * N1 not on track. N2 no reliable improvement. R1 relapse. M1 missed check-ins with a concern.
 * M2 without one. V1 straight-lining. V2 too fast. V3 long run. P1 couple gap.
 * P2 partner-violence answer. G1 good news.
 */
export const RuleCode = z.enum([
  'S1',
  'S2',
  'S3',
  'S4',
  'C1',
  'C2',
  'C3',
  'C4',
  'T1',
  'T2',
  'N1',
  'N2',
  'R1',
  'M1',
  'M2',
  'V1',
  'V2',
  'V3',
  'P1',
  'P2',
  'G1',
]);
export type RuleCode = z.infer<typeof RuleCode>;

/** Urgency, highest first. Only `emergency` may interrupt. */
export const Tier = z.enum(['emergency', 'urgent', 'review', 'info']);
export type Tier = z.infer<typeof Tier>;

/** Numbers that a rule compared with, by name, as they were in force. */
export const RuleParameters = z.record(z.string(), z.number());
export type RuleParameters = z.infer<typeof RuleParameters>;

/** What a rule says of the newest response. */
export type RuleOutcome =
  | {
      readonly outcome: 'fires';
      readonly rule: RuleCode;
      readonly ruleVersion: number;
      /** What the rule compared with; empty for a rule that has nothing to set. */
      readonly parameters: RuleParameters;
      /** `Measure.id`; the instrument's id for a rule about single answers. */
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

/** What a practice's list calls one thing that is done about alerts: `contactedClient`. */
export const ActionId = z.string().check(z.regex(/^[a-z][a-zA-Z0-9]{0,39}$/));

/** Who closed an alert, when, and with what, as it read then. */
export const Acknowledgement = z.object({
  /** Display name. */
  by: z.string(),
  at: Instant,
  action: ActionId,
  /** The action's words: `Contacted the client`. */
  words: z.string(),
  /** The action's sentence where it goes into the note; null where it does not. */
  sentence: z.nullable(z.string()),
});
export type Acknowledgement = z.infer<typeof Acknowledgement>;

/** That somebody had an alert on the screen. */
export const AlertSeen = z.object({
  /** Display name. */
  by: z.string(),
  at: Instant,
  /** The newest evidence that stood there, as in `Alert.latestAt`. */
  latestAt: Instant,
});
export type AlertSeen = z.infer<typeof AlertSeen>;

/** One alert as the panel draws it. Open until acknowledged, or resolved by a later answer. */
export const Alert = z.object({
  alertId: AlertId,
  rule: RuleCode,
  ruleVersion: z.int(),
  parameters: RuleParameters,
  instrumentId: z.string(),
  tier: Tier,
  status: z.enum(['open', 'acknowledged', 'resolved']),
  openedAt: Instant,
  /** When the newest evidence joined. */
  latestAt: Instant,
  /** Oldest first; new evidence joins an open alert rather than opening a second one. */
  evidence: z.array(AlertEvidence).check(z.minLength(1)),
  acknowledgement: z.nullable(Acknowledgement),
  /** Put aside until the measure is answered again; null when it is not, or may not be. */
  snoozed: z.nullable(z.object({ by: z.string(), at: Instant })),
  /** When a later answer ended it; null for any other. */
  resolvedAt: z.nullable(Instant),
  /** Who had it on the screen, the earliest first. Absent where that is not told. */
  seen: z.optional(z.array(AlertSeen)),
});
export type Alert = z.infer<typeof Alert>;
