import type { CheckIn } from '../../contracts/brief.ts';
import type { CalendarDate, Instant } from '../../contracts/calendar.ts';
import type { ScoredResponse } from '../../contracts/response.ts';
import type { DatedRuleSettings, RuleSettings } from '../../contracts/rule-settings.ts';
import { bySubmission } from '../../trajectory/order.ts';
import { NO_SETTINGS } from '../catalogue/settings.ts';
import type { Circumstances } from '../circumstances.ts';

/** What was stated of a client's care from a moment on, until it was stated otherwise. */
export interface DatedCare {
  readonly from: Instant;
  readonly care: NonNullable<Circumstances['care']>;
}

/** What is on record of one client. Whatever is later than the moment replayed is left out. */
export interface ClientRecord extends Omit<Circumstances, 'settings' | 'judged' | 'care'> {
  /** All responses, to any measure, in any order. */
  readonly responses: readonly ScoredResponse[];
  readonly checkIns: readonly CheckIn[];
  /** What the practice had set, in any order; the defaults hold before the first. */
  readonly settings: readonly DatedRuleSettings[];
  readonly inCareSince: CalendarDate;
  /** What was stated besides, in any order; nothing before the first. */
  readonly care?: readonly DatedCare[];
  /** The other partner's responses, for an alert of a couple. */
  readonly partner?: {
    readonly responses: readonly ScoredResponse[];
    /** Whether the partner's score stands first in the couple's record. */
    readonly isFirst: boolean;
  };
}

/** The settings in force at a moment. */
export function settingsAt(settings: readonly DatedRuleSettings[], at: Instant): RuleSettings {
  const until = settings
    .filter(({ from }) => Date.parse(from) <= Date.parse(at))
    .toSorted((one, other) => Date.parse(one.from) - Date.parse(other.from));
  return until.at(-1)?.settings ?? NO_SETTINGS;
}

/** The responses that were there when one of them was submitted, that one included. */
export function recordedUntil(
  responses: readonly ScoredResponse[],
  last: ScoredResponse,
): ScoredResponse[] {
  return responses.filter((response) => bySubmission(response, last) <= 0 || response === last);
}

/** What was stated of a client's care at a moment. */
export function careAt(care: readonly DatedCare[], at: Instant): DatedCare['care'] {
  const until = care
    .filter(({ from }) => Date.parse(from) <= Date.parse(at))
    .toSorted((one, other) => Date.parse(one.from) - Date.parse(other.from));
  return until.at(-1)?.care ?? {};
}
