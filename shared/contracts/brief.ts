import * as z from 'zod/mini';
import { Alert } from './alert.ts';
import { CalendarDate, Instant, TimeZone } from './calendar.ts';
import { AdministrationId, ClientId, EhrLinkId, PracticeId } from './ids.ts';
import type { ReliableChangeValue } from './instrument.ts';
import { EhrId } from './reading.ts';
import { type SafetyAnswer, ScoredResponse } from './response.ts';

/** Who the brief is about: the identifiers that are shown and compared with the page. */
export const ClientIdentity = z.object({
  clientId: ClientId,
  /** The name the practice uses. */
  displayName: z.string().check(z.minLength(1)),
  /**
   * Other names the same person is known by (legal, preferred). In the brief of a record also the
   * name that was confirmed when that record was linked; it counts there alone.
   */
  otherNames: z.array(z.string()),
  birthDate: CalendarDate,
  inCareSince: CalendarDate,
});
export type ClientIdentity = z.infer<typeof ClientIdentity>;

/** One measure that was sent, finished or not. */
export const CheckIn = z.object({
  administrationId: AdministrationId,
  instrumentId: z.string(),
  sentOn: CalendarDate,
  dueOn: CalendarDate,
  openedAt: z.nullable(Instant),
  completedAt: z.nullable(Instant),
  /** Items answered so far. */
  answeredItems: z.int(),
  /**
   * A positive answer to a suicidality item that was saved on a form not sent: no rule sees it, so
   * it is shown as it stands. The newest revision counts; null when there is none.
   */
  unsentRiskAnswer: z.nullable(z.object({ item: z.int(), value: z.int(), answeredAt: Instant })),
});
export type CheckIn = z.infer<typeof CheckIn>;

/**
 * Everything that the panel draws of one client, as one statement returned it: facts only. What
 * they mean is worked out by {@link Brief}'s maker, the same code in panel, backend and tests.
 */
export const BriefFacts = z.object({
  practiceId: PracticeId,
  /** When the facts were read. Every number shown carries it. */
  asOf: Instant,
  timeZone: TimeZone,
  client: ClientIdentity,
  links: z.array(
    z.object({ linkId: EhrLinkId, ehr: EhrId, recordId: z.string(), linkedAt: Instant }),
  ),
  /** When this clinician last looked, before the present visit; null on the first. */
  lastLookedAt: z.nullable(Instant),
  /** Per measure the baseline (see {@link MeasureTrend}) and the newest 24, oldest first. */
  responses: z.array(ScoredResponse),
  /** Responses there are in all, by measure, also those not in `responses`. */
  responseCounts: z.record(z.string(), z.int()),
  /** Open ones, and those closed since the last look or in the last 90 days; newest first. */
  alerts: z.array(Alert),
  /**
   * Sent in the last 90 days or still outstanding; newest first. A form with an `unsentRiskAnswer`
   * stays beyond that until the answer is sent, changed to one that is not positive, or was on this
   * clinician's screen in a visit before the present one.
   */
  checkIns: z.array(CheckIn),
});
export type BriefFacts = z.infer<typeof BriefFacts>;

/** A dated score, or the reason why a response has none. */
export interface DatedScore {
  readonly on: CalendarDate;
  readonly submittedAt: Instant;
  /** Null when the response can't be scored. */
  readonly total: number | null;
  readonly displayed: number | null;
  readonly band: string | null;
  readonly prorated: boolean;
  readonly missingItems: readonly number[];
  readonly safety: readonly SafetyAnswer[];
  /** True when the response came after the clinician's last look. */
  readonly isNew: boolean;
  /** True when it lies closer to the one before than the instrument's recall period. */
  readonly overlapsRecall: boolean;
}

/** The difference between two scores, judged against measurement error. */
export type Change =
  | {
      readonly status: 'judged';
      readonly from: DatedScore;
      readonly to: DatedScore;
      /** Displayed points, signed: `to - from`. */
      readonly points: number;
      readonly category: 'reliableImprovement' | 'reliableWorsening' | 'noReliableChange';
      readonly threshold: ReliableChangeValue;
      /** Improvement in percent of `from`; negative when worse; null when `from` is 0. */
      readonly percentBetter: number | null;
    }
  | {
      readonly status: 'notJudged';
      /** `noThreshold`: no source recommends a reliable-change value for this measure. */
      readonly reason: 'onlyOneScore' | 'noScore' | 'noThreshold';
      readonly from: DatedScore | null;
      readonly to: DatedScore | null;
      readonly points: number | null;
    };

/** The direction over the newest scores. */
export type Trend =
  | { readonly status: 'tooEarly'; readonly have: number; readonly need: number }
  | {
      readonly status: 'judged';
      /** Points per week, signed as scored. */
      readonly perWeek: number;
      readonly standardError: number;
      /** How many scores it rests on. */
      readonly count: number;
      readonly verdict: 'improving' | 'worsening' | 'noClearTrend';
    };

/** How far the client has come by published definitions; null where the measure has none. */
export interface Outcome {
  /** `notApplicable`: the baseline was not in the clinical range. */
  readonly response: 'response' | 'partialResponse' | 'notYet' | 'notApplicable';
  readonly remission: boolean;
}

/** One measure of the client with everything that is said of it anywhere. */
export interface MeasureTrend {
  readonly instrumentId: string;
  /** Oldest first. */
  readonly scores: readonly DatedScore[];
  /** All there are, also those not in `scores`. */
  readonly totalCount: number;
  /** Responses to another version of the instrument: never put on the same line, left out here. */
  readonly otherVersionCount: number;
  /**
   * First score of the present episode of care, which counts from 14 days before `inCareSince`
   * (`proposal`: intake forms are filled in ahead); null when none could be scored.
   */
  readonly baseline: DatedScore | null;
  /** Last score of the episode before the latest response; null when there is none. */
  readonly previous: DatedScore | null;
  /** The newest response, scored or not. */
  readonly latest: DatedScore;
  readonly sinceBaseline: Change;
  readonly sincePrevious: Change;
  readonly trend: Trend;
  readonly outcome: Outcome | null;
}

/** How the check-ins went. */
export interface Completion {
  readonly sent: number;
  readonly completed: number;
  /** Past due and not completed, newest first. */
  readonly missed: readonly CheckIn[];
  /** Opened, at least one answer, not completed. */
  readonly unfinished: readonly CheckIn[];
  /** Sent, not yet due, not completed. */
  readonly outstanding: readonly CheckIn[];
}

/**
 * The brief: the facts and what they mean. The panel draws it and the Clinical Update is written
 * from it, so a number that is in neither cannot exist.
 */
export interface Brief {
  readonly asOf: Instant;
  readonly asOfDate: CalendarDate;
  readonly timeZone: TimeZone;
  readonly client: ClientIdentity;
  readonly lastLookedAt: Instant | null;
  /** In the order of newest response first. */
  readonly measures: readonly MeasureTrend[];
  /** Open alerts: most urgent first, then safety before score, then newest first. */
  readonly openAlerts: readonly Alert[];
  /** Opened, added to, acknowledged or resolved since the last look; all of them on the first. */
  readonly alertsSinceLook: readonly Alert[];
  readonly completion: Completion;
}
