import type { CalendarDate } from '../contracts/calendar.ts';
import type { CareEvent } from '../contracts/care-event.ts';

/**
 * What a chart is drawn from: plain data in units of its own box, origin top left, x to the right and
 * y downwards. Whoever renders it decides on colours, line widths and fonts; a unit is one pixel of
 * a panel and text is laid out for a font of ten.
 */
export interface Drawing extends Size {
  /** The area of the scores, without the words around it. */
  readonly plot: Plot;
  /** Which way is worse; null where this build doesn't know the measure. */
  readonly direction: Direction | null;
  /** Highest last. */
  readonly valueTicks: readonly ValueTick[];
  /** Oldest first; their words never overlap. */
  readonly dateTicks: readonly DateTick[];
  /** Lowest scores first; together they tile what they are stated for. */
  readonly bands: readonly Band[];
  readonly cutOff: CutOffLine | null;
  readonly corridor: Corridor | null;
  /** The height of the baseline, from its day on; null when there is none. */
  readonly baseline: (At & { readonly to: number }) | null;
  /** Stretches along the ground in which two answers are about days that overlap. */
  readonly overlaps: readonly { readonly from: number; readonly to: number; readonly y: number }[];
  /** Broken where a score is missing, was left out, or a new episode of care begins. */
  readonly paths: readonly Path[];
  /** Oldest first. */
  readonly marks: readonly Mark[];
  /** Oldest first. */
  readonly events: readonly EventLine[];
  /** False where the scale goes from the lowest to the highest score because no range is known. */
  readonly isScaleKnown: boolean;
  /** Answers that stand in the table and, for want of room, not in the drawing. */
  readonly thinned: number;
}

/** Units of a whole drawing. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A place. */
export interface At {
  readonly x: number;
  readonly y: number;
}

/** The edges of an area. */
export interface Plot {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Words with the place that they begin, end or are centred at. */
export interface Words extends At {
  readonly words: string;
  readonly anchor: 'start' | 'middle' | 'end';
}

/** Which way a scale gets worse, and the words for it. */
export interface Direction extends Words {
  readonly worse: 'up' | 'down';
}

/** A named height. */
export interface ValueTick extends Words {
  /** The score; the row's place from the calmest, 0, on a screen. */
  readonly value: number;
}

/** A named day. */
export interface DateTick extends Words {
  readonly on: CalendarDate;
}

/** A severity band across the plot. */
export interface Band {
  readonly label: string;
  /** Scores, both ends belong to it. */
  readonly min: number;
  readonly max: number;
  /** Place from the best one, 0. */
  readonly rank: number;
  readonly y: number;
  readonly height: number;
  /** Its name where there is room beside the scores; null where there is none. */
  readonly name: Words | null;
}

/** The line between the functional and the clinical range; it lies between two possible scores. */
export interface CutOffLine {
  readonly value: number;
  readonly op: '>=' | '<=' | '>' | '<';
  readonly y: number;
}

/** Scores inside of it are not reliably different from the baseline; those on its edges are. */
export interface Corridor {
  /** The day of the baseline: it says nothing of what came before. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** In points, also where they lie beyond the scale. */
  readonly low: number;
  readonly high: number;
}

/** Scores that follow one another. */
export interface Path {
  /** `afterSession`: leads to a score that came after the session that is documented. */
  readonly kind: 'course' | 'afterSession';
  /** Two or more. */
  readonly points: readonly At[];
}

/**
 * `score`: counts. `sameDay`: a later score of that day counts instead. `unscored`: answered, no
 * score, stands on the ground. `external`: shown by the EHR, judged by nothing. `superseded`: was
 * corrected. `finding`: of a screen. `later`: came after the session, and is no part of its brief.
 */
export type MarkShape =
  | 'score'
  | 'sameDay'
  | 'unscored'
  | 'external'
  | 'superseded'
  | 'finding'
  | 'later';

/** One answer. */
export interface Mark extends At {
  /** Unique in the drawing. */
  readonly key: string;
  readonly shape: MarkShape;
  readonly on: CalendarDate;
  /** Null for `unscored` and `finding`. */
  readonly displayed: number | null;
  /** In a sentence: `19 Nov 2026: 11/27, moderate range`. */
  readonly said: string;
  readonly isLatest: boolean;
  readonly isBaseline: boolean;
  /** Blanks were filled by the measure's rule. */
  readonly isProrated: boolean;
  readonly isAfterSession: boolean;
}

/** A day that something happened on, as a line through the plot. */
export interface EventLine {
  readonly kind: CareEvent['kind'] | 'newEpisode' | 'session';
  readonly on: CalendarDate;
  readonly x: number;
  /** From the words down to the ground. */
  readonly top: number;
  readonly bottom: number;
  /** In full. */
  readonly label: string;
  /** As much of the label as there is room for; null when there is none. */
  readonly name: Words | null;
}
