import type { Instrument } from '../../contracts/instrument.ts';
import type { AnswerOption } from '../../contracts/items.ts';
import { choicesOf } from '../choices.ts';

/** Every item can be answered in at least two ways that are told apart by what is stored. */
export function choiceDefects(measure: Instrument): string[] {
  const ofItems = measure.items.map((item) => ({
    whose: `item ${item.number}`,
    choices: choicesOf(measure, item),
  }));
  return ofItems.flatMap(({ whose, choices }) => [
    ...(choices.length < 2 ? [`${whose} has fewer than two options`] : []),
    ...(sameValue(choices) ? [`two options of ${whose} have the same value`] : []),
  ]);
}

function sameValue(choices: readonly AnswerOption[]): boolean {
  return new Set(choices.map(({ value }) => value)).size < choices.length;
}
