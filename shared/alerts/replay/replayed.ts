import type { RuleOutcome } from '../../contracts/alert.ts';
import type { AlertEvidence } from '../../contracts/alert-evidence.ts';
import type { AdministrationId, ResponseId } from '../../contracts/ids.ts';

/** The outcome of a rule that fired. */
export type Fired = Extract<RuleOutcome, { outcome: 'fires' }>;

/** What working an alert out again showed. */
export type Replayed =
  /** One outcome for each piece of evidence, in its order; tier and numbers are the same, too. */
  | { readonly status: 'reproduced'; readonly outcomes: readonly Fired[] }
  | {
      readonly status: 'differs';
      /** Evidence that no moment on record gives. */
      readonly evidence: readonly AlertEvidence[];
      /** Whether the tier that was recorded is another than the most urgent of the outcomes. */
      readonly tier: boolean;
      /** Whether the rule now compares with other numbers than were recorded. */
      readonly parameters: boolean;
    };

/** Why an alert can't be worked out again. */
export type ReplayRefusal =
  /** This build knows another version of the rule. */
  | { readonly reason: 'ruleVersionUnknown'; readonly version: number; readonly known: number }
  /** This build holds another version of the form that was answered, or none. */
  | { readonly reason: 'formUnknown'; readonly instrumentId: string; readonly version: number }
  /** What the alert rests on is not among the data. */
  | {
      readonly reason: 'dataMissing';
      readonly responses: readonly ResponseId[];
      readonly checkIns: readonly AdministrationId[];
    };
