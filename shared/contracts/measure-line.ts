import type { CalendarDate, Instant } from './calendar.ts';
import type { ExternalPoint } from './care-event.ts';
import type { ResponseId } from './ids.ts';
import type { Instrument } from './instrument.ts';
import type { Measure } from './measure.ts';
import type { Answers, SafetyAnswer } from './response.ts';
import type { ReliableChangeValue } from './thresholds.ts';
import type { Trajectory } from './trajectory.ts';

/** What a screen found, in its owner's words; `tier` is null when nothing was found. */
export interface Finding {
  readonly label: string;
  readonly tier: 'emergency' | 'urgent' | 'review' | null;
}

/** A dated score of one measure, or that the response gave none. */
export interface DatedScore {
  readonly responseId: ResponseId;
  readonly on: CalendarDate;
  readonly submittedAt: Instant;
  /** Unrounded; null when the response can't be scored. */
  readonly total: number | null;
  readonly displayed: number | null;
  readonly band: string | null;
  /** What was found, on a line of findings; null on every other. */
  readonly finding: Finding | null;
  readonly prorated: boolean;
  /** Blanks among the items that this measure counts. */
  readonly missingItems: readonly number[];
  /** True when the response came after the clinician's last look. */
  readonly isNew: boolean;
  /** True when it lies closer to the one before than the form's recall period. */
  readonly overlapsRecall: boolean;
}

/** The difference between two scores as people see them, judged against measurement error. */
export type Change =
  | {
      readonly status: 'judged';
      readonly from: DatedScore;
      readonly to: DatedScore;
      /** Displayed points, signed: `to - from`. The category comes from the unrounded totals. */
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

/**
 * Where a line comes from. `screen`: findings instead of numbers. `composite`: a sum of two
 * instruments. `own`: a rating of the practice's own form. `byHand`: totals brought along.
 */
export type LineRole = 'total' | 'subscale' | 'composite' | 'screen' | 'own' | 'byHand';

/** One measure of the client with everything that is said of it anywhere. */
export interface MeasureTrend {
  /** `Measure.id`; the instrument's id for a screen. */
  readonly measureId: string;
  /** The form that it is answered with. */
  readonly instrumentId: string;
  /** `PHQ-9`, `PCL-5 B intrusion`; the id when this build doesn't know it. */
  readonly name: string;
  readonly role: LineRole;
  /** Null for a screen, and for a version that this build doesn't hold: shown, not judged. */
  readonly measure: Measure | null;
  /** Of the form that was answered last, oldest first by the day they describe. At least one. */
  readonly scores: readonly DatedScore[];
  /** All there are on the server, also those not in `scores`. */
  readonly totalCount: number;
  /**
   * The day from which on all answers are in `scores`; before it some were left out, and what only
   * these could tell is not judged. Null when none were.
   */
  readonly heldSince: CalendarDate | null;
  /** Responses to another form of the measure: never put on the same line, left out here. */
  readonly otherVersionCount: number;
  /** Every judgement; all that follows is read from it. */
  readonly trajectory: Trajectory;
  /** Null when no score of the present episode counts. */
  readonly baseline: DatedScore | null;
  /** Last score of the episode before `latest`; null when there is none. */
  readonly previous: DatedScore | null;
  /** The newest response, scored or not. */
  readonly latest: DatedScore;
  /** Not judged when `latest` has no score. */
  readonly sinceBaseline: Change;
  readonly sincePrevious: Change;
  /** Scores that the EHR shows itself, oldest first. */
  readonly external: readonly ExternalPoint[];
}

/** One response to a form as a whole: what belongs to no single line. */
export interface DatedForm {
  readonly responseId: ResponseId;
  readonly on: CalendarDate;
  readonly submittedAt: Instant;
  readonly status: 'scored' | 'profile' | 'screened' | 'unscorable';
  /** Null for one of the older responses, which are at hand without their answers. */
  readonly answers: Answers | null;
  readonly missingItems: readonly number[];
  readonly safety: readonly SafetyAnswer[];
  readonly isNew: boolean;
}

/** The responses of a client to one instrument. */
export interface AnsweredForm {
  readonly instrumentId: string;
  readonly name: string;
  /** The version that was answered last; `answered` holds no other. */
  readonly version: number;
  /** Null when this build doesn't hold that version. */
  readonly instrument: Instrument | null;
  /** Oldest first by the day they describe. At least one. */
  readonly answered: readonly DatedForm[];
  readonly totalCount: number;
  /** Responses to other versions. */
  readonly otherVersionCount: number;
}

/** What was answered to an item on a day; null for a blank. */
export interface ItemAnswer {
  readonly on: CalendarDate;
  /** As answered, never reversed. */
  readonly value: number | null;
  /** The choice's words; null for a blank. */
  readonly label: string | null;
}

/** One item over time, for small multiples. */
export interface ItemCourse {
  readonly item: number;
  /** The number that the form prints; empty for a gate. */
  readonly printed: string;
  readonly text: string;
  /** The first of this episode of care; null when `now` is the first. */
  readonly first: ItemAnswer | null;
  /** The one before `now`; null when there is none, or when it is `first`. */
  readonly previous: ItemAnswer | null;
  readonly now: ItemAnswer;
}
