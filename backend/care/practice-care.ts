import type { Caller } from '#backend/access/caller.ts';
import type {
  SettingsFault,
  StatedRuleSettings,
} from '#shared/alerts/catalogue/validate-settings.ts';
import type { CalendarDate } from '#shared/contracts/calendar.ts';
import type { Instrument } from '#shared/contracts/instrument.ts';
import type { Result } from '#shared/contracts/result.ts';
import type { RuleSettings } from '#shared/contracts/rule-settings.ts';
import type { Sendability } from '#shared/instruments/sendability.ts';
import type { AlertingCare } from './alerts/alerting-care.ts';
import type { HandMeasureCare } from './hand-measure-care.ts';
import type { LicenceTerms } from './licence-terms.ts';
import type { MessageCare } from './messages/message-care.ts';
import type { PhraseCare } from './phrase-care.ts';

/** A decision of the practice with who took it. */
export interface Signed {
  /** Display name. */
  readonly by: string;
  /** The practice's day. */
  readonly on: CalendarDate;
}

/** A confirmation that holds no more. */
export interface WithdrawnLicence {
  readonly confirmed: Signed;
  readonly withdrawn: Signed;
}

/** A measure as the practice stands to it. */
export interface PracticeMeasure extends LicenceTerms {
  readonly measure: Instrument;
  readonly sendability: Sendability;
  /** Who confirmed the terms as they read now; null when nobody did, or it is not asked for. */
  readonly confirmed: Signed | null;
  /** Who confirmed terms that read otherwise; null when nobody did. */
  readonly confirmedEarlier: Signed | null;
  /** Confirmations that were withdrawn, with who withdrew them; the last withdrawn comes first. */
  readonly withdrawn: readonly WithdrawnLicence[];
}

/** A version of the rules' settings with who made it. */
export interface SignedVersion extends Signed {
  readonly version: number;
}

/** What the practice has set about rules. */
export interface PracticeRules {
  readonly settings: RuleSettings;
  /** The newest versions, newest first; empty while the defaults hold. */
  readonly versions: readonly SignedVersion[];
}

/** One rule as somebody wants to have it. */
export type WantedRule = StatedRuleSettings['rules'][number] & {
  /** `RuleSettings.version` that was on screen. */
  readonly seenVersion: number;
};

/** Why a rule is left as it is. `outdated`: somebody else has changed the settings meanwhile. */
export type SetRuleRefusal =
  | { readonly reason: 'outdated' }
  | { readonly reason: 'faults'; readonly faults: readonly SettingsFault[] };

/**
 * What a practice decides about measures and rules; nothing of it is about a client. Whose role may
 * do what stands in the catalogue of pages.
 */
export interface PracticeCare extends AlertingCare, HandMeasureCare, PhraseCare, MessageCare {
  /** Every measure of this build. */
  readonly measures: (caller: Caller) => Promise<readonly PracticeMeasure[]>;
  /** One measure; null when this build has none of this id. */
  readonly measure: (caller: Caller, instrumentId: string) => Promise<PracticeMeasure | null>;
  /**
   * Confirms the practice's right to a measure. Idempotent. `notFound`: no such measure, or none
   * that asks for it. `outdated`: the terms read otherwise now than those with this fingerprint.
   */
  readonly confirmLicence: (
    caller: Caller,
    read: { readonly instrumentId: string; readonly termsHash: string },
  ) => Promise<Result<null, 'notFound' | 'outdated'>>;
  /** Withdraws that: the measure is sent no more. Idempotent. */
  readonly withdrawLicence: (
    caller: Caller,
    instrumentId: string,
  ) => Promise<Result<null, 'notFound'>>;
  /** The settings in force and the versions before. */
  readonly rules: (caller: Caller) => Promise<PracticeRules>;
  /** Sets one rule, which makes a new version of the settings; the same again makes none. */
  readonly setRule: (
    caller: Caller,
    wanted: WantedRule,
  ) => Promise<Result<RuleSettings, SetRuleRefusal>>;
}
