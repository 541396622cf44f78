import type { Instrument } from '../contracts/instrument.ts';
import type { AnswerOption, Subscale } from '../contracts/items.ts';
import { choicesOf } from '../instruments/choices.ts';

/** Below this, what is left of a division is floating-point noise. */
const NOISE = 1e-9;

/**
 * How far two neighbouring totals lie apart: the largest distance that divides all differences
 * between the points of any item's options, divided by the item count for a mean.
 */
export function stepOfTotal(instrument: Instrument): number {
  const scored = instrument.items.filter(({ scored: counts }) => counts !== false);
  const step = commonStep(
    scored.length === 0 ? [instrument.options] : scored.map((item) => choicesOf(instrument, item)),
  );
  return instrument.scoring.method === 'mean' ? step / instrument.itemCount : step;
}

/** The same for a subscale, with its multiplier: 2 where scores are doubled. */
export function stepOfSubscale(instrument: Instrument, subscale: Subscale): number {
  const members = new Set(subscale.items);
  const own = instrument.items.filter(({ number }) => members.has(number));
  const step = commonStep(
    own.length === 0 ? [instrument.options] : own.map((item) => choicesOf(instrument, item)),
  );
  const divisor = subscale.method === 'mean' ? subscale.items.length : 1;
  return (step * subscale.multiplier) / divisor;
}

/** The step of an item with these values; 1 where there are no two different ones. */
export function stepOfValues(values: readonly number[]): number {
  const lowest = Math.min(...values);
  const step = values.reduce((common, value) => greatestDivisor(common, value - lowest), 0);
  return step === 0 ? 1 : step;
}

function commonStep(items: readonly (readonly AnswerOption[])[]): number {
  const steps = items.map((options) =>
    stepOfValues(options.map(({ value, points }) => points ?? value)),
  );
  return steps.reduce(greatestDivisor, 0) || 1;
}

/** Euclid's algorithm; points may have decimals. */
function greatestDivisor(one: number, other: number): number {
  return other < NOISE ? one : greatestDivisor(other, one % other);
}
