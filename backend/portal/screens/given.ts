import { html } from 'hono/html';
import type { OpenCheckIn } from '#backend/care/client-care.ts';
import type { FormAnswers, FormItem } from '#shared/contracts/custom-form.ts';
import { choicesOf, printedNumber } from '#shared/instruments/choices.ts';
import type { Markup } from '../../pages/page.ts';
import type { Reader } from '../reader.ts';
import type { Asked } from '../steps.ts';

/**
 * Marks words of a measure, which are English whatever the page speaks. Of an own form nobody knows
 * the language.
 */
export function languageOf({ kind }: OpenCheckIn): Markup | '' {
  return kind === 'measure' ? html`lang="en"` : '';
}

/** A question as the review says it, with the number that the form prints. */
export function questionSaid(checkIn: OpenCheckIn, { number, text }: Asked): string {
  const item = checkIn.kind === 'measure' ? itemOf(checkIn, number) : undefined;
  const printed = item === undefined ? '' : printedNumber(item);
  return printed === '' ? text : `${printed}. ${text}`;
}

/** What was answered, as the client chose or wrote it; null for no answer. */
export function answerSaid(reader: Reader, checkIn: OpenCheckIn, number: number): string | null {
  if (checkIn.kind === 'form') {
    const item = checkIn.form.items[number - 1];
    const answer = checkIn.answers.get(number) ?? null;
    return item === undefined || answer === null ? null : ownAnswerSaid(reader, item, answer);
  }
  const item = itemOf(checkIn, number);
  if (item === undefined) return null;
  const value = checkIn.answers.get(number);
  return choicesOf(checkIn.instrument, item).find((one) => one.value === value)?.label ?? null;
}

function itemOf({ instrument }: Extract<OpenCheckIn, { kind: 'measure' }>, number: number) {
  return instrument.items.find((item) => item.number === number);
}

function ownAnswerSaid(
  { say }: Reader,
  item: FormItem,
  answer: NonNullable<FormAnswers[number]>,
): string {
  if (item.kind === 'rating') return say.review.scale(Number(answer), item.min, item.max);
  if (item.kind === 'text') return `“${answer}”`;
  return item.options.find(({ value }) => value === answer)?.label ?? String(answer);
}
