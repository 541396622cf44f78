import type {
  ImportantChange,
  Improvement,
  LineChange,
  LineTrend,
  NonResponsePoint,
  OnTrack,
  Relapse,
  SuddenChange,
  ThreeRises,
  WithoutImprovement,
} from './course.ts';
import type { LineEpisode } from './episode.ts';
import type { Measure } from './measure.ts';
import type { LinePoint, MeasuredPoint, OtherForm, SupersededScore } from './observation.ts';

/**
 * The course of one client on one measure. Everything that is said of it anywhere (brief, alerts,
 * charts, Update) is read from one {@link Trajectory}, so that two places can't differ.
 */

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

/** Everything that is said of one line. All judgements are about the present episode of care. */
export interface Trajectory {
  /** Oldest first by day, all episodes. */
  readonly points: readonly LinePoint[];
  readonly superseded: readonly SupersededScore[];
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
