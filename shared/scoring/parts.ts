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
    return { subscale, filled: filledSum(own, missing) };
  });
}

/** The scores of those parts that have a sum, each on its own scale. */
export function partScores(parts: readonly Part[]): PartScore[] {
  return parts.flatMap(({ subscale, filled }) =>
    filled === null ? [] : [{ id: subscale.id, total: partTotal(subscale, filled) }],
  );
}

/** A mean divides by all items: one that was not asked counts 0. */
function partTotal(subscale: Subscale, { sum, filled }: FilledSum): number {
  const { method, multiplier, items } = subscale;
  const total = (method === 'mean' ? sum / items.length : sum) * multiplier;
  return filled ? within(subscale, total) : total;
}
