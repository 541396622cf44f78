import type { Instrument } from '#shared/contracts/instrument.ts';
import { choicesOf } from '#shared/instruments/choices.ts';

/** True for a printed choice of an existing item, or for skipping it. */
export function isChoice(measure: Instrument, item: number, value: number | null): boolean {
  const asked = measure.items.find(({ number }) => number === item);
  if (asked === undefined) return false;
  return value === null || choicesOf(measure, asked).some((choice) => choice.value === value);
}
