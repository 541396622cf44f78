import type { Instrument } from '../contracts/instrument.ts';
import type { AnswerOption, Item } from '../contracts/items.ts';

/** The choices of an item as printed: its own, or those that all items share. */
export function choicesOf(
  { options }: Pick<Instrument, 'options'>,
  item: Pick<Item, 'options'>,
): readonly AnswerOption[] {
  return item.options ?? options;
}

/** What is printed above an item: its own stem, or the one above all; empty where there is none. */
export function stemOf({ stem }: Pick<Instrument, 'stem'>, item: Pick<Item, 'stem'>): string {
  return item.stem ?? stem;
}

/** The number that the form prints before an item; empty for a gate that has none. */
export function printedNumber({ number, printed }: Pick<Item, 'number' | 'printed'>): string {
  return printed ?? String(number);
}
