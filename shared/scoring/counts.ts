import type { Instrument } from '../contracts/instrument.ts';
import type { Answers } from '../contracts/response.ts';
import type { CutOff } from '../contracts/thresholds.ts';
import { askedItems } from './asked.ts';
import { itemPoints } from './points.ts';

/** How many items were rated so high. */
export interface ItemCount {
  /** Items with at least that many points. */
  readonly count: number;
  /** Items that were left blank, or of which it is not known whether they were asked. */
  readonly blank: number;
}

/**
 * Counts the items that score at least `from` points. Points count, not option values, so "does not
 * apply" is no rating; blanks are told apart, because each of them might have counted.
 */
export function itemsReaching(instrument: Instrument, answers: Answers, from: number): ItemCount {
  const points = [...itemPoints(instrument, answers, askedItems(instrument, answers)).values()];
  return {
    count: points.filter((point) => typeof point === 'number' && point >= from).length,
    blank: points.filter((point) => point === null).length,
  };
}

/**
 * Whether a cut-off that is a number of items is reached (PHQ-15: three items rated 2; it is no
 * total). `unknown` when the blanks could tip it. Null for a cut-off of a total.
 */
export function countCutOff(
  instrument: Instrument,
  answers: Answers,
  { countFrom, op, value }: CutOff,
): 'reached' | 'notReached' | 'unknown' | null {
  if (countFrom === undefined) return null;
  const { count, blank } = itemsReaching(instrument, answers, countFrom);
  const least = compare(count, op, value);
  if (least !== compare(count + blank, op, value)) return 'unknown';
  return least ? 'reached' : 'notReached';
}

function compare(count: number, op: CutOff['op'], value: number): boolean {
  if (op === '>=') return count >= value;
  if (op === '>') return count > value;
  return op === '<=' ? count <= value : count < value;
}
