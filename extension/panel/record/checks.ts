import type { BriefFacts } from '#shared/contracts/brief.ts';
import { CalendarDate, dateInWords } from '#shared/contracts/calendar.ts';
import type { FormAnswers } from '#shared/contracts/custom-form.ts';
import type { HandMeasure } from '#shared/contracts/hand-measure.ts';
import { ok, type Result, refuse } from '#shared/contracts/result.ts';
import type { AnyResponse } from './corrigible.ts';
import { type FormValues, type Problem, type TotalValues, todayOf } from './forms.ts';

/** A correction that may be sent. */
export interface Corrected {
  readonly response: AnyResponse;
  readonly answers: FormAnswers;
  readonly reason: string;
}

/** Digits with at most one decimal point, which some write as a comma. */
const NUMBER = /^-?\d+(?:[.,]\d+)?$/;

/** A day up to today, and not before the client was born. */
export function dayIn(typed: string, facts: BriefFacts): Result<CalendarDate, Problem> {
  const day = CalendarDate.safeParse(typed);
  if (!day.success) return about('on', 'Choose a day.');
  if (day.data > todayOf(facts)) return about('on', 'That day is in the future. Choose another.');
  const { birthDate } = facts.client;
  return day.data < birthDate
    ? about('on', `The client was born on ${dateInWords(birthDate, { year: true })}.`)
    : ok(day.data);
}

/** Words on a chart: something, in 80 characters at most, without blanks around them. */
export function labelIn({ label }: Pick<FormValues['event'], 'label'>): Result<string, Problem> {
  const words = label.trim();
  return words === '' ? about('label', 'Write what happened, in a few words.') : ok(words);
}

/** A number on the measure's scale. */
export function totalIn({ total }: Pick<TotalValues, 'total'>, { range }: HandMeasure) {
  const typed = total.trim();
  if (!NUMBER.test(typed)) return about('total', 'Enter the total as a number.');
  const number = Number(typed.replace(',', '.'));
  if (range !== null && (number < range.min || number > range.max)) {
    return about('total', `The range is ${range.min} to ${range.max}. Check number and measure.`);
  }
  return ok(number);
}

/** Numbers of the items whose answer was changed, from 1. */
export function changedItems(
  { answers }: { readonly answers: FormAnswers },
  corrected: FormAnswers,
): number[] {
  return answers.flatMap((answer, place) => (answer === corrected[place] ? [] : [place + 1]));
}

/** Answers as they are kept: words of nothing but white space are none. */
export function asKept(answers: FormAnswers): FormAnswers {
  return answers.map((answer) =>
    typeof answer === 'string' && answer.trim() === '' ? null : answer,
  );
}

/** Another answer than before somewhere, and why. */
export function correctionIn(
  { answers: entered, reason }: Pick<FormValues['correction'], 'answers' | 'reason'>,
  response: AnyResponse | undefined,
): Result<Corrected, Problem> {
  const answers = asKept(entered);
  if (response === undefined) return about('of', 'Choose the response that is to be corrected.');
  if (changedItems(response, answers).length === 0) {
    return about(
      'answers',
      'No answer is different yet. Change the one that was recorded wrongly.',
    );
  }
  if (answers.every((answer) => answer === null)) {
    return about('answers', 'At least one answer has to stay.');
  }
  const words = reason.trim();
  return words === ''
    ? about('reason', 'Write why; it stays beside the correction.')
    : ok({ response, answers, reason: words });
}

function about(field: string, words: string): { readonly ok: false; readonly refusal: Problem } {
  return refuse({ field, words });
}
