import type { At, DateTick, MarkShape, Plot, Size, ValueTick, Words } from '../instructions.ts';

/** Several lines on one axis. */
export interface LineSet extends Size {
  readonly plot: Plot;
  /** Says the unit and which way is better. */
  readonly title: Words;
  readonly valueTicks: readonly ValueTick[];
  readonly dateTicks: readonly DateTick[];
  readonly lines: readonly ComparedLine[];
}

/**
 * Several measures on one axis: change since each one's own baseline, in units of its own
 * reliable-change value, better always up. 1 is exactly a reliable change for every measure.
 */
export interface Comparison extends LineSet {
  /** Between one reliable change for the worse and one for the better. */
  readonly corridor: { readonly y: number; readonly height: number };
  readonly zeroY: number;
}

/** One line among several: a measure of a comparison, or one rater of a goal. */
export interface ComparedLine {
  /** Unique among the lines. */
  readonly key: string;
  readonly name: string;
  /** Place among the compared, from 0: stroke, marks and colour are chosen by it. */
  readonly style: number;
  /** Oldest first, from the baseline on. */
  readonly marks: readonly ComparedMark[];
  /** The name beside the newest mark. */
  readonly end: Words;
  /** The line in a sentence. */
  readonly said: string;
}

/** A score of a compared line. */
export interface ComparedMark extends At {
  readonly key: string;
  readonly shape: Extract<MarkShape, 'score'>;
  readonly said: string;
}
