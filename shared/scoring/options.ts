import type { Instrument } from '../contracts/instrument.ts';
import type { AnswerOption, Item } from '../contracts/items.ts';

/** The choices under an item in printed order: its own, or else those of the instrument. */
export function optionsOf(
  { options }: Pick<Instrument, 'options'>,
  item: Pick<Item, 'options'>,
): readonly AnswerOption[] {
  return item.options ?? options;
}

/** The printed words of an answer; null for a blank, and for a value that is none of the choices. */
export function answerLabel(
  instrument: Pick<Instrument, 'items' | 'options'>,
  number: number,
  value: number | null,
): string | null {
  const item = instrument.items[number - 1];
  if (item === undefined) return null;
  return optionsOf(instrument, item).find((option) => option.value === value)?.label ?? null;
}
