import type { CalendarDate, Instant } from './calendar.ts';
import type { ResponseId } from './ids.ts';
import type { Measure } from './measure.ts';
import type { MinimallyImportantDifference, NonResponseCut } from './thresholds.ts';

/**
 * The course of one client on one measure. Everything that is said of it anywhere (brief, alerts,
 * charts, Update) is read from one {@link Trajectory}, so that two places can't differ.
 */

/** One score of one measure as it was recorded, or that a response gave none. */
export interface Observation {
  readonly responseId: ResponseId;
  /** The day it describes, in the practice's time zone. */
  readonly on: CalendarDate;
  /** When it was recorded; later than `on` when a paper form was entered afterwards. */
  readonly submittedAt: Instant;
  /** Version of the instrument that was answered. */
  readonly version: number;
  /** Recall period of the form that was answered, in days; absent where it is the measure's. */
  readonly recallDays?: number | null;
  /** The response that this one corrects; null for an original. */
  readonly corrects: ResponseId | null;
  /** Unrounded; null when the response can't be scored. */
  readonly total: number | null;
  /** As people see it; null when the response can't be scored. */
  readonly displayed: number | null;
  readonly band: string | null;
}

/** What a trajectory needs to know of the measure. */
export type MeasureFacts = Pick<
  Measure,
  | 'direction'
  | 'recall'
  | 'cutOffs'
  | 'reliableChange'
  | 'minimallyImportant'
  | 'outcome'
  | 'nonResponse'
  | 'trend'
>;

/** What is known of the client's care, which divides a line into episodes. */
export interface CareFacts {
  /** First day of the present care. */
  readonly inCareSince: CalendarDate;
  /** Further days on which care began, or the clinician declared a new episode. Any order. */
  readonly startedOn?: readonly CalendarDate[];
  /** Days on which care was ended; that day still belongs to what ended. Any order. */
  readonly endedOn?: readonly CalendarDate[];
  /** Days of other contact (other measures), which keep an episode alive. Any order. */
  readonly contactOn?: readonly CalendarDate[];
  /** Baselines that the clinician chose, in the order of choosing; the last of an episode counts. */
  readonly chosenBaselines?: readonly ResponseId[];
}

/** A score that calculations may use. */
export interface MeasuredPoint {
  readonly responseId: ResponseId;
  readonly on: CalendarDate;
  /** Unrounded. */
  readonly total: number;
  readonly displayed: number;
  readonly band: string | null;
}

interface PlacedOnLine {
  readonly submittedAt: Instant;
  /** Place in {@link Trajectory.episodes}. */
  readonly episode: number;
  /** True when it lies closer to the one before than the recall period of the form. */
  readonly overlapsRecall: boolean;
}

/**
 * One place on the line. `counted`: takes part in calculations. `sameDay`: a later score of that
 * day counts instead; drawn only. `unscored`: answered, without a score.
 */
export type LinePoint =
  | (MeasuredPoint & PlacedOnLine & { readonly use: 'counted' | 'sameDay' })
  | (PlacedOnLine & {
      readonly use: 'unscored';
      readonly responseId: ResponseId;
      readonly on: CalendarDate;
    });

/** A stretch of care with a baseline of its own. */
export interface EpisodeOfCare {
  /** Scores from this day on belong to it. */
  readonly beginsOn: CalendarDate;
  /** The last day that belongs to it; null while it goes on. */
  readonly endsOn: CalendarDate | null;
  /**
   * Why it began. `care`: care began or a new episode was declared. `gap`: a long time without any
   * contact. `afterEnd`: the first contact after care had ended. `earlier`: contact before the first
   * known beginning of care.
   */
  readonly because: 'care' | 'gap' | 'afterEnd' | 'earlier';
}

/** An episode as one line shows it. */
export interface LineEpisode extends EpisodeOfCare {
  /** Scores that count. */
  readonly count: number;
  /** Null when no score of the episode counts. */
  readonly baseline: MeasuredPoint | null;
  /** Whether the clinician chose the baseline, or it is the first score. */
  readonly baselineChosen: boolean;
}

/** A corrected response and the one that counts in its place. Both remain on record. */
export interface SupersededResponse {
  readonly responseId: ResponseId;
  readonly by: ResponseId;
}

/** A response to another form of the measure, which can't stand on the same line. */
export interface OtherForm {
  readonly responseId: ResponseId;
  readonly on: CalendarDate;
  readonly version: number;
  /** Recall period in days; null for "in general". */
  readonly recallDays: number | null;
}

/** A difference between two scores, judged against measurement error. */
export type LineChange =
  | {
      readonly status: 'judged';
      readonly from: MeasuredPoint;
      readonly to: MeasuredPoint;
      /** `to.total - from.total`, signed as scored. */
      readonly points: number;
      readonly days: number;
      readonly category: 'reliableImprovement' | 'reliableWorsening' | 'noReliableChange';
      /** The reliable-change value in points, "at least". */
      readonly threshold: number;
      /** Improvement in percent of `from`; negative when worse; null when `from` is 0. */
      readonly percentBetter: number | null;
    }
  | {
      readonly status: 'notJudged';
      /**
       * `noScore`: the episode has none. `onlyOneScore`: nothing to compare with. `noThreshold`: no
       * source recommends a reliable-change value, or the measure is not made for change.
       */
      readonly reason: 'noScore' | 'onlyOneScore' | 'noThreshold';
      readonly from: MeasuredPoint | null;
      readonly to: MeasuredPoint | null;
      readonly points: number | null;
    };

/** A change beside a minimally important difference. */
export interface ImportantChange {
  readonly difference: MinimallyImportantDifference;
  /** Null where it is a percentage and the baseline is 0. */
  readonly judgement: {
    readonly category: 'better' | 'worse' | 'neither';
    /** True when the change reaches the lower end of a published range and not the upper one. */
    readonly withinRange: boolean;
  } | null;
}

/** When a reliable improvement since the baseline was first reached and held. */
export interface ImprovementOnset {
  readonly at: MeasuredPoint;
  /** Days since the baseline. */
  readonly days: number;
  /** `provisional` while no later measurement has confirmed it. */
  readonly standing: 'provisional' | 'confirmed';
}

/** Reliable improvement over time. */
export type Improvement =
  | { readonly status: 'notJudged' }
  | {
      readonly status: 'judged';
      /** The latest score; `confirmed` when the one before it was reliably improved as well. */
      readonly now: 'none' | 'provisional' | 'confirmed';
      /** Time to improvement; null while there has been none that lasted. */
      readonly onset: ImprovementOnset | null;
    };

/** Back in the clinical range after a remission. */
export interface Relapse {
  /** The newest score in remission before it. */
  readonly remission: MeasuredPoint;
  /** The first score that met the definition since then. */
  readonly since: MeasuredPoint;
  /** The latest score, which still meets it. */
  readonly latest: MeasuredPoint;
  /** `latest.total - remission.total`, signed as scored. */
  readonly points: number;
}

/** A straight line through the newest scores of the episode. */
export type LineTrend =
  | { readonly status: 'notTrended' }
  | { readonly status: 'tooEarly'; readonly have: number; readonly need: number }
  | {
      readonly status: 'fitted';
      /** The scores that it goes through, oldest first. */
      readonly run: readonly MeasuredPoint[];
      /** Points per week, signed as scored. */
      readonly perWeek: number;
      readonly standardError: number;
      /** 95 % confidence interval of `perWeek`. */
      readonly interval: { readonly low: number; readonly high: number };
      readonly spanWeeks: number;
      /** Null where no direction is claimed, because there is no reliable-change value. */
      readonly verdict: 'improving' | 'worsening' | 'noClearTrend' | null;
    };

/** Four scores, oldest first, each worse than the one before. */
export interface ThreeRises {
  readonly run: readonly [MeasuredPoint, MeasuredPoint, MeasuredPoint, MeasuredPoint];
  /** From the first to the last, signed as scored. */
  readonly points: number;
}

/** A sudden gain or loss between two neighbouring measurements. */
export interface SuddenChange {
  readonly kind: 'gain' | 'loss';
  /** The last score before it. */
  readonly before: MeasuredPoint;
  /** The first score after it. */
  readonly after: MeasuredPoint;
  /** Size in points, above 0. */
  readonly magnitude: number;
  /** A later score went back by more than half of it. */
  readonly reversed: boolean;
}

/** Whether a client with a clinical baseline improves at least a little. Not a prediction. */
export type OnTrack =
  | {
      readonly status: 'notJudged';
      readonly reason: 'noScore' | 'noThreshold' | 'noCutOff' | 'baselineNotClinical';
    }
  | { readonly status: 'remitted' }
  | {
      readonly status: 'tooEarly';
      readonly measurements: number;
      readonly needMeasurements: number;
      readonly days: number;
      readonly needDays: number;
    }
  | {
      /** `notOnTrack`: no reliable improvement, and hardly any in percent. */
      readonly status: 'notOnTrack' | 'notFlagged';
      /** Since the baseline, that one included. */
      readonly measurements: number;
      readonly days: number;
      readonly percentBetter: number | null;
      /** `act` from the measurement on at which waiting longer is no longer advised. */
      readonly stage: 'review' | 'act';
    };

/** Whether a client with a clinical baseline is without reliable improvement after a while. */
export type WithoutImprovement =
  | {
      readonly status: 'notJudged';
      readonly reason: 'noScore' | 'noThreshold' | 'noCutOff' | 'baselineNotClinical';
    }
  | {
      readonly status: 'improved' | 'tooEarly' | 'withoutImprovement';
      /** Since the baseline, that one included. */
      readonly measurements: number;
      readonly days: number;
    };

/** A published week of treatment at which a high score foretells little benefit. */
export interface NonResponsePoint {
  readonly cut: NonResponseCut;
  /**
   * `notYet`: no score so late. `noMeasurement`: later scores, but none near that week.
   * `reached`: the score nearest to that week is at least the published one. `below`: it is not.
   */
  readonly status: 'notYet' | 'noMeasurement' | 'reached' | 'below';
  /** The score nearest to that week; null when there is none. */
  readonly nearest: MeasuredPoint | null;
}

/** Everything that is said of one line. All judgements are about the present episode of care. */
export interface Trajectory {
  /** Oldest first by day, all episodes. */
  readonly points: readonly LinePoint[];
  readonly superseded: readonly SupersededResponse[];
  readonly otherForms: readonly OtherForm[];
  /** Oldest first; the last is the present one. At least one. */
  readonly episodes: readonly LineEpisode[];
  readonly baseline: MeasuredPoint | null;
  /** The score before the latest one. */
  readonly previous: MeasuredPoint | null;
  /** The newest score that counts; a newer response without a score is the last of `points`. */
  readonly latest: MeasuredPoint | null;
  /** Inside of it, both ends excluded, no change since the baseline is reliable. */
  readonly corridor: { readonly low: number; readonly high: number } | null;
  readonly sinceBaseline: LineChange;
  readonly sincePrevious: LineChange;
  /** Jacobson & Truax 1991, since the baseline; null without threshold, cut-off or two scores. */
  readonly significance: 'recovered' | 'improved' | 'unchanged' | 'deteriorated' | 'harmed' | null;
  /** Beside reliable change, since the baseline; empty with fewer than two scores. */
  readonly importantChanges: readonly ImportantChange[];
  /** By published definitions; null where the measure has none, or with fewer than two scores. */
  readonly outcome: {
    /** `notApplicable`: the baseline was not in the clinical range. */
    readonly response: 'response' | 'partialResponse' | 'notYet' | 'notApplicable';
    readonly remission: boolean;
  } | null;
  /** The first score in remission after one in the clinical range; null when there was none. */
  readonly firstRemission: MeasuredPoint | null;
  readonly relapse: Relapse | null;
  readonly improvement: Improvement;
  readonly trend: LineTrend;
  readonly threeRises: ThreeRises | null;
  /** Oldest first. */
  readonly suddenChanges: readonly SuddenChange[];
  readonly onTrack: OnTrack;
  readonly withoutImprovement: WithoutImprovement;
  /** In the order of weeks; empty where nothing is published or the baseline was not clinical. */
  readonly nonResponse: readonly NonResponsePoint[];
}
