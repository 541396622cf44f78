import type { Instrument } from '../contracts/instrument.ts';
import type { Answers } from '../contracts/response.ts';
import { ok, type Result, refuse } from '../contracts/result.ts';
import { choicesOf } from '../instruments/choices.ts';

/** Why a set of answers can't be taken, and at which item (from 1). Carries no answer. */
export interface AnswerRefusal {
  /**
   * `missingEntry`: the list ends before this item; a blank is an entry, `null`.
   * `extraEntry`: the instrument has no such item. `notWhole`: not a whole number.
   * `notAnOption`: a whole number that is none of the choices printed under this very item.
   */
  readonly reason: 'missingEntry' | 'extraEntry' | 'notWhole' | 'notAnOption';
  readonly item: number;
}

/**
 * Checks answers against an instrument: one entry per item in item order, each the value of one of
 * the item's own options or `null` for "not answered". Refuses with the first item that does not
 * fit.
 *
 * An answer to an item that was not asked is taken as it is. It comes about when a client goes back
 * and changes the answer that led there: refusing it would throw away a form that the client filled
 * in, and blanking it would lose what was said. Scoring leaves it out, and a risk answer among them
 * is still reported (`SafetyAnswer.withdrawn`).
 */
export function validateAnswers(
  instrument: Instrument,
  answers: readonly unknown[],
): Result<Answers, AnswerRefusal> {
  const checked: Answers = [];
  for (const item of instrument.items) {
    const { number } = item;
    if (number > answers.length) return refuse({ reason: 'missingEntry', item: number });
    const answer = answers[number - 1];
    if (answer === null) {
      checked.push(null);
    } else if (!isWhole(answer)) {
      return refuse({ reason: 'notWhole', item: number });
    } else if (!choicesOf(instrument, item).some(({ value }) => value === answer)) {
      return refuse({ reason: 'notAnOption', item: number });
    } else {
      checked.push(answer);
    }
  }
  if (answers.length > instrument.items.length) {
    return refuse({ reason: 'extraEntry', item: instrument.items.length + 1 });
  }
  return ok(checked);
}

function isWhole(answer: unknown): answer is number {
  return Number.isInteger(answer);
}
