import * as z from 'zod/mini';
import { Alert } from './alert.ts';
import { CalendarDate, Instant, TimeZone } from './calendar.ts';
import { CareEpisodes, CareEvent, ExternalPoint } from './care-event.ts';
import { ClientTopic } from './client-page.ts';
import type { EpisodeOfCare } from './episode.ts';
import { Goal, type GoalCourse, type GoalRating } from './goal.ts';
import { AdministrationId, ClientId, EhrLinkId, PracticeId } from './ids.ts';
import type { Measure } from './measure.ts';
import type { AnsweredForm, Finding, LineRole, MeasureTrend } from './measure-line.ts';
import type { SupersededResponse } from './observation.ts';
import { OwnAnswers } from './own-answers.ts';
import type { SentOwnForm } from './own-form-answers.ts';
import { PhraseTemplate } from './phrase-template.ts';
import { Protocol } from './protocol.ts';
import { EhrId } from './reading.ts';
import { LineResponse, type SafetyAnswer, ScoredResponse } from './response.ts';

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
   * Whether it has reached the client: a message about it has left, its link was handed over, or it
   * was opened. What has not can't be missed. True where absent: nobody looked.
   */
  reached: z.optional(z.boolean()),
  /**
   * A positive answer to a suicidality item that was saved on a form not sent: no rule sees it, so
   * it is shown as it stands. The newest revision counts; null when there is none.
   */
  unsentRiskAnswer: z.nullable(z.object({ item: z.int(), value: z.int(), answeredAt: Instant })),
});
export type CheckIn = z.infer<typeof CheckIn>;

/**
 * How many responses to each form a brief holds at most with their answers, besides those that
 * something refers to.
 */
export const NEWEST_AT_HAND = 24;

/**
 * How many responses to each instrument a brief holds at most with or without their answers, besides
 * those that something refers to: nine years of weeks.
 */
export const SCORES_AT_HAND = 500;

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
  /**
   * Per instrument the newest {@link NEWEST_AT_HAND} that count, the baseline of the present episode
   * (see {@link MeasureTrend}), the baselines that were chosen, what open alerts rest on, and what
   * corrections took the place of; oldest first by the day they describe.
   */
  responses: z.array(ScoredResponse),
  /**
   * The newest {@link SCORES_AT_HAND} to each instrument behind the very newest, corrected ones too,
   * without their answers; any order, and some of them in `responses` as well. They are asked for
   * apart (`brief.earlierScores`): absent until they are there, and where `responses` are all.
   */
  earlier: z.optional(z.array(LineResponse)),
  /**
   * Responses there are in all, also those not at hand: by instrument, by an own form's key, and by
   * the id of the line of totals entered by hand.
   */
  responseCounts: z.record(z.string(), z.int()),
  /** Open ones, and those closed since the last look or in the last 90 days; newest first. */
  alerts: z.array(Alert),
  /**
   * Sent in the last 90 days or still outstanding; newest first. A form with an `unsentRiskAnswer`
   * stays beyond that until the answer is sent, changed to one that is not positive, or was on this
   * clinician's screen in a visit before the present one.
   */
  checkIns: z.array(CheckIn),
  /**
   * Days on which the client answered anything in the present episode of care, by which it can be
   * seen that no pause interrupted it although not every response is at hand.
   */
  contactOn: z.optional(z.array(CalendarDate)),
  /** What charts mark; none where absent. */
  events: z.optional(z.array(CareEvent)),
  /** Where care began and ended besides `client.inCareSince`. */
  episodes: z.optional(CareEpisodes),
  /** Scores that the EHR shows itself. */
  externalPoints: z.optional(z.array(ExternalPoint)),
  /** Answers to the practice's own forms, and totals entered by hand. */
  own: z.optional(OwnAnswers),
  /**
   * Goals that are open, and those closed in the last 90 days, each with the first ratings and the
   * newest `RATINGS_AT_HAND` of either rater; the earliest agreed first.
   */
  goals: z.optional(z.array(Goal)),
  /** What the client wants to talk about and nobody has closed; newest first. */
  topics: z.optional(z.array(ClientTopic)),
  /** The practice's saved phrases for Updates. */
  phrases: z.optional(z.array(PhraseTemplate)),
  /** The practice's own list of what is done about alerts; none where it has none. */
  protocol: z.optional(z.nullable(Protocol)),
});
export type BriefFacts = z.infer<typeof BriefFacts>;

/** How the check-ins went; those that have not reached the client stand apart. */
export interface Completion {
  /** Check-ins sent from this day on are counted, and older ones that are still outstanding. */
  readonly since: CalendarDate;
  /** How many have reached the client. */
  readonly sent: number;
  readonly completed: number;
  /** Past due and not completed, newest first. */
  readonly missed: readonly CheckIn[];
  /** Opened, at least one answer, not completed. */
  readonly unfinished: readonly CheckIn[];
  /** Sent, not yet due, not completed. */
  readonly outstanding: readonly CheckIn[];
  /** Meant to be sent, and has not reached the client; newest first. */
  readonly undelivered: readonly CheckIn[];
}

/** A risk answer given after the session: told, and judged by nothing. */
export interface LaterRiskAnswer {
  readonly instrumentId: string;
  /** `PHQ-9`. */
  readonly name: string;
  readonly on: CalendarDate;
  readonly answer: SafetyAnswer;
}

/** A goal that was rated after the session. */
export interface LaterGoalRating {
  readonly goal: Pick<Goal, 'goalId' | 'words' | 'scale'>;
  readonly rating: GoalRating;
}

/** What came after the session that is documented. It is listed apart and judged nowhere. */
export interface LaterResults {
  /** Scores and findings, oldest first, without any comparison. */
  readonly scores: readonly {
    readonly measureId: string;
    readonly name: string;
    readonly role: LineRole;
    readonly measure: Measure | null;
    readonly on: CalendarDate;
    readonly displayed: number | null;
    readonly finding: Finding | null;
  }[];
  /** Positive answers and blanks, oldest first. */
  readonly riskAnswers: readonly LaterRiskAnswer[];
  /** Opened after the session, in the order of {@link Brief.openAlerts}. */
  readonly alerts: readonly Alert[];
  /** Risk answers that were saved after the session on forms not sent. */
  readonly unsent: readonly CheckIn[];
  /** Ratings of goals, oldest first, without any comparison. */
  readonly goalRatings: readonly LaterGoalRating[];
}

/**
 * The brief: the facts and what they mean. The panel draws it and the Clinical Update is written
 * from it, so a number that is in neither cannot exist.
 */
export interface Brief {
  /** When the facts were read. */
  readonly asOf: Instant;
  readonly asOfDate: CalendarDate;
  /**
   * The day of the session that is documented: everything below is as it stood at the end of that
   * day, and what came later is in `later`. Null for "as of now".
   */
  readonly sessionOn: CalendarDate | null;
  readonly timeZone: TimeZone;
  readonly client: ClientIdentity;
  /** Null on the first look, and for a session that was documented before that look. */
  readonly lastLookedAt: Instant | null;
  /** One line per measure, those of the newest response first, a total before its subscales. */
  readonly measures: readonly MeasureTrend[];
  /** One per instrument, the newest answered first. */
  readonly forms: readonly AnsweredForm[];
  /** The practice's own forms that were sent, by title, with the client's words. */
  readonly ownForms: readonly SentOwnForm[];
  /** Open alerts: most urgent first, then safety before score, then newest first. */
  readonly openAlerts: readonly Alert[];
  /** Opened, added to, acknowledged or resolved since the last look; all of them on the first. */
  readonly alertsSinceLook: readonly Alert[];
  readonly completion: Completion;
  /** Open ones first, then those closed of late; the earliest agreed first. */
  readonly goals: readonly GoalCourse[];
  /** What the client wants to talk about, as of now whatever session is documented; newest first. */
  readonly topics: readonly ClientTopic[];
  /** Oldest first. */
  readonly events: readonly CareEvent[];
  /** Of the client's care as a whole, oldest first; the last is the present one. */
  readonly episodes: readonly EpisodeOfCare[];
  /** Responses that a correction took the place of. */
  readonly superseded: readonly SupersededResponse[];
  /** Null for "as of now". */
  readonly later: LaterResults | null;
}
