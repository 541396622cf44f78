import type { Instrument } from '../contracts/instrument.ts';
import type { SafetyItem } from '../contracts/items.ts';
import type { Answers, SafetyAnswer } from '../contracts/response.ts';
import type { AskedItems } from './asked.ts';
import { answerLabel } from './labels.ts';

/**
 * What was answered to each safety item, apart from any total. A blank is neither positive nor
 * negative: it is reported as a blank, because reading it as 0 would hide a risk. The same holds
 * where it is not known whether the item was asked. An item that was not asked is left out, unless
 * it holds an answer from before the client changed the one that led to it.
 */
export function safetyAnswers(
  instrument: Instrument,
  answers: Answers,
  asked: AskedItems,
): SafetyAnswer[] {
  return instrument.safetyItems.flatMap((safetyItem) => {
    const value = answers[safetyItem.item - 1] ?? null;
    const withdrawn = asked.get(safetyItem.item) === 'notAsked';
    if (value === null && withdrawn) return [];
    return [safetyAnswer(instrument, safetyItem, value, withdrawn)];
  });
}

function safetyAnswer(
  instrument: Instrument,
  { item, positiveFrom, kind }: SafetyItem,
  value: number | null,
  withdrawn: boolean,
): SafetyAnswer {
  return {
    item,
    value,
    label: answerLabel(instrument, item, value),
    positive: value !== null && value >= positiveFrom,
    kind,
    ...(withdrawn ? { withdrawn } : {}),
  };
}
