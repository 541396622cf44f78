import type { CustomForm, FormAnswers, FormItem } from '../contracts/custom-form.ts';
import { ok, type Result, refuse } from '../contracts/result.ts';

/** Why answers to an own form can't be taken, and at which item (from 1). Carries no answer. */
export interface FormAnswerRefusal {
  /**
   * `missingEntry`: the list ends before this item; a blank is an entry, `null`.
   * `extraEntry`: the form has no such item. `notWhole`: a rating or choice that is no whole
   * number. `notOffered`: a number outside the scale or none of the choices. `notText`: no text, or
   * with a character that no database keeps. `tooLong`: longer than the item allows.
   */
  readonly reason:
    | 'missingEntry'
    | 'extraEntry'
    | 'notWhole'
    | 'notOffered'
    | 'notText'
    | 'tooLong';
  readonly item: number;
}

/**
 * Checks answers against an own form: one entry per item in item order. They are kept as given; a
 * text of nothing but white space is no answer and becomes `null`. Refuses with the first item that
 * does not fit.
 */
export function checkFormAnswers(
  form: CustomForm,
  answers: readonly unknown[],
): Result<FormAnswers, FormAnswerRefusal> {
  const checked: FormAnswers = [];
  for (const [index, item] of form.items.entries()) {
    const number = index + 1;
    if (number > answers.length) return refuse({ reason: 'missingEntry', item: number });
    const answer = checkFormAnswer(item, answers[index]);
    if (!answer.ok) return refuse({ reason: answer.refusal, item: number });
    checked.push(answer.value);
  }
  if (answers.length > form.items.length) {
    return refuse({ reason: 'extraEntry', item: form.items.length + 1 });
  }
  return ok(checked);
}

/**
 * Checks one answer against its question, as {@link checkFormAnswers} does: kept as given, and a
 * text of nothing but white space is no answer.
 */
export function checkFormAnswer(
  item: FormItem,
  answer: unknown,
): Result<number | string | null, FormAnswerRefusal['reason']> {
  if (answer === null) return ok(null);
  if (item.kind === 'text') return checkText(answer, item.maxLength);
  if (typeof answer !== 'number' || !Number.isInteger(answer)) return refuse('notWhole');
  const offered =
    item.kind === 'rating'
      ? answer >= item.min && answer <= item.max
      : item.options.some(({ value }) => value === answer);
  return offered ? ok(answer) : refuse('notOffered');
}

function checkText(answer: unknown, longest: number): Result<string | null, 'notText' | 'tooLong'> {
  // PostgreSQL refuses the null character in text and in JSON.
  if (typeof answer !== 'string' || answer.includes('\u0000')) return refuse('notText');
  if (answer.length > longest) return refuse('tooLong');
  return ok(answer.trim() === '' ? null : answer);
}
