import type { At, DateTick, MarkShape, Plot, Size, ValueTick, Words } from '../instructions.ts';

/**
 * Several measures on one axis: change since each one's own baseline, in units of its own
 * reliable-change value, better always up. 1 is exactly a reliable change for every measure.
 */
export interface Comparison extends Size {
  readonly plot: Plot;
  /** Says the unit and which way is better. */
  readonly title: Words;
  readonly valueTicks: readonly ValueTick[];
  readonly dateTicks: readonly DateTick[];
  /** Between one reliable change for the worse and one for the better. */
  readonly corridor: { readonly y: number; readonly height: number };
  readonly zeroY: number;
  readonly lines: readonly ComparedLine[];
}

/** One measure of a comparison. */
export interface ComparedLine {
  readonly measureId: string;
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
  /** In units of reliable change; above 0 is better. */
  readonly units: number;
  readonly said: string;
}
