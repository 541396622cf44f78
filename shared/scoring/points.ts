import type { Instrument } from '../contracts/instrument.ts';
import type { AnswerOption } from '../contracts/items.ts';
import type { Answers } from '../contracts/response.ts';
import { choicesOf } from '../instruments/choices.ts';
import type { AskedItems } from './asked.ts';

/** What one item contributes: points, `null` for a blank, `notAsked` for 0 that is not missing. */
export type ItemPoints = number | null | 'notAsked';

/**
 * The points of every item that counts in a score, by item number. Reverse items are reversed here
 * and nowhere else.
 */
export function itemPoints(
  instrument: Instrument,
  answers: Answers,
  asked: AskedItems,
): ReadonlyMap<number, ItemPoints> {
  const reversed = new Set(instrument.reverseItems);
  const points = new Map<number, ItemPoints>();
  for (const item of instrument.items) {
    if (item.scored === false) continue;
    const { number } = item;
    const answer = answers[number - 1] ?? null;
    const isReversed = reversed.has(number);
    if (asked.get(number) === 'notAsked') points.set(number, 'notAsked');
    else if (answer === null) points.set(number, null);
    else points.set(number, pointsOf(choicesOf(instrument, item), answer, isReversed));
  }
  return points;
}

/**
 * What an answer scores: the points that its option states, otherwise its value, mirrored on a
 * reverse item as (highest + lowest option value - answer). Options with points of their own
 * ("does not apply") are no step of the scale: they are not mirrored, and don't widen it.
 */
export function pointsOf(
  options: readonly AnswerOption[],
  answer: number,
  reversed: boolean,
): number {
  const stated = options.find(({ value }) => value === answer)?.points;
  if (stated !== undefined) return stated;
  if (!reversed) return answer;
  const steps = options.flatMap(({ value, points }) => (points === undefined ? [value] : []));
  return Math.max(...steps) + Math.min(...steps) - answer;
}
