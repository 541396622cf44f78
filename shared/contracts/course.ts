import type { MeasuredPoint } from './observation.ts';
import type { MinimallyImportantDifference, NonResponseCut } from './thresholds.ts';

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
      /** `notAllAtHand`: answers of the present episode are not among those that were read. */
      readonly reason:
        | 'noScore'
        | 'noThreshold'
        | 'noCutOff'
        | 'baselineNotClinical'
        | 'notAllAtHand';
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
      /** `notAllAtHand`: answers of the present episode are not among those that were read. */
      readonly reason:
        | 'noScore'
        | 'noThreshold'
        | 'noCutOff'
        | 'baselineNotClinical'
        | 'notAllAtHand';
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
