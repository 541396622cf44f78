import type { Instrument } from '../contracts/instrument.ts';
import type { Subscale } from '../contracts/items.ts';
import type { PartScore } from '../contracts/response.ts';
import { type FilledSum, filledSum } from './fill.ts';
import type { ItemPoints } from './points.ts';
import { within } from './range.ts';

/** A subscale with the sum of its items, before mean and multiplier; null when it has none. */
export interface Part {
  readonly subscale: Subscale;
  readonly filled: FilledSum | null;
}

/** Adds up every subscale by itself; one with fewer answers than the rule asks for has no sum. */
export function partsOf(
  { subscales, missing }: Pick<Instrument, 'subscales' | 'missing'>,
  points: ReadonlyMap<number, ItemPoints>,
): Part[] {
  return subscales.map((subscale) => {
    const own = subscale.items.map((item) => points.get(item) ?? null);
    const filled = filledSum(own, missing);
    return { subscale, filled: filled?.filled === true ? bounded(subscale, filled) : filled };
  });
}

/** Filled blanks carry no part beyond its scale; bounded before they are added, parts give the total. */
function bounded(subscale: Subscale, { sum }: FilledSum): FilledSum {
  const { min, max, multiplier } = subscale;
  const perPoint = itemsPerPoint(subscale) / multiplier;
  return { sum: within({ min: min * perPoint, max: max * perPoint }, sum), filled: true };
}

/** The scores of those parts that have a sum, each on its own scale. */
export function partScores(parts: readonly Part[]): PartScore[] {
  return parts.flatMap(({ subscale, filled }) =>
    filled === null ? [] : [{ id: subscale.id, total: partTotal(subscale, filled) }],
  );
}

function partTotal(subscale: Subscale, { sum }: FilledSum): number {
  return (sum / itemsPerPoint(subscale)) * subscale.multiplier;
}

/** A mean divides by all items: one that was not asked counts 0. */
function itemsPerPoint({ method, items }: Subscale): number {
  return method === 'mean' ? items.length : 1;
}
