import type { Markup } from '../../pages/page.ts';
import type { QuestionPlace } from './around.ts';
import { type FormQuestionScreen, formQuestion } from './form-question.ts';
import { question } from './question.ts';

/** The question at a place, of a measure or of an own form; null where there is none. */
export function questionOf(
  place: QuestionPlace,
  refused?: FormQuestionScreen['refused'],
): Markup | null {
  const { checkIn, number } = place;
  if (checkIn.kind === 'form') {
    const item = checkIn.form.items[number - 1];
    if (item === undefined) return null;
    const of = { ...place, checkIn, item };
    return formQuestion(refused === undefined ? of : { ...of, refused });
  }
  const item = checkIn.instrument.items.find((one) => one.number === number);
  return item === undefined ? null : question({ ...place, checkIn, item });
}
