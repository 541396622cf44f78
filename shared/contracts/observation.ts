import type { CalendarDate, Instant } from './calendar.ts';
import type { ResponseId } from './ids.ts';

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
  /** Place in `Trajectory.episodes`. */
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

/** A corrected response and the one that counts in its place. Both remain on record. */
export interface SupersededResponse {
  readonly responseId: ResponseId;
  readonly by: ResponseId;
}

/** A corrected response as its line shows it. */
export interface SupersededScore extends SupersededResponse {
  readonly on: CalendarDate;
  /** Null when it had no score, or was answered in another version than its correction. */
  readonly displayed: number | null;
}

/** A response to another form of the measure, which can't stand on the same line. */
export interface OtherForm {
  readonly responseId: ResponseId;
  readonly on: CalendarDate;
  readonly version: number;
  /** Recall period in days; null for "in general". */
  readonly recallDays: number | null;
}
