import type { Instrument } from '../contracts/instrument.ts';
import { choicesOf } from '../instruments/choices.ts';

/** The printed words of an answer; null for a blank, and for a value that is none of the choices. */
export function answerLabel(
  instrument: Pick<Instrument, 'items' | 'options'>,
  number: number,
  value: number | null,
): string | null {
  const item = instrument.items[number - 1];
  if (item === undefined) return null;
  return choicesOf(instrument, item).find((option) => option.value === value)?.label ?? null;
}
