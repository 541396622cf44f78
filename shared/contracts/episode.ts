import type { CalendarDate } from './calendar.ts';
import type { ResponseId } from './ids.ts';
import type { MeasuredPoint } from './observation.ts';

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
