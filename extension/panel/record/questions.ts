import type { CustomForm, FormAnswers, FormItem } from '#shared/contracts/custom-form.ts';
import type { Instrument } from '#shared/contracts/instrument.ts';
import { choicesOf, printedNumber } from '#shared/instruments/choices.ts';
import { askedItems } from '#shared/scoring/asked.ts';

/** One of the choices that a question offers. */
export interface Choice {
  readonly value: number;
  readonly label: string;
}

/** A question of a form as it was answered, whoever made the form. */
export interface Question {
  /** Place in the form, from 1. */
  readonly number: number;
  /** With the number that the form prints before it, if it prints one. */
  readonly text: string;
  readonly isSafety: boolean;
  /** The choices, or that it asks for words and for how many characters at most. */
  readonly takes:
    | { readonly kind: 'choice'; readonly choices: readonly Choice[] }
    | { readonly kind: 'words'; readonly maxLength: number };
  /** Whether it is asked at all beside these answers. */
  readonly isAsked: (answers: FormAnswers) => boolean;
}

/** The questions of a measure. */
export function questionsOfMeasure(form: Instrument): readonly Question[] {
  const safety = new Set(form.safetyItems.map(({ item }) => item));
  return form.items.map((item) => {
    const printed = printedNumber(item);
    return {
      number: item.number,
      text: printed === '' ? item.text : `${printed}. ${item.text}`,
      isSafety: safety.has(item.number),
      takes: { kind: 'choice', choices: choicesOf(form, item) },
      isAsked: (answers) => askedItems(form, numbersIn(answers)).get(item.number) !== 'notAsked',
    };
  });
}

/** The questions of one of the practice's own forms. */
export function questionsOfOwn(form: CustomForm): readonly Question[] {
  return form.items.map((item, place) => ({
    number: place + 1,
    text: item.text,
    isSafety: false,
    takes: takenBy(item),
    isAsked: () => true,
  }));
}

/** An answer in words: a choice as it is printed, the client's own words in quotation marks. */
export function answerInWords({ number, takes }: Question, answers: FormAnswers): string {
  const answer = answers[number - 1] ?? null;
  if (answer === null) return 'Not answered';
  if (typeof answer === 'string') return `“${answer}”`;
  const chosen = takes.kind === 'choice' ? takes.choices : [];
  return chosen.find(({ value }) => value === answer)?.label ?? String(answer);
}

function takenBy(item: FormItem): Question['takes'] {
  if (item.kind === 'text') return { kind: 'words', maxLength: item.maxLength };
  if (item.kind === 'choice') return { kind: 'choice', choices: item.options };
  const { min, max, minLabel, maxLabel } = item;
  const choices = Array.from({ length: max - min + 1 }, (_, step) => {
    const value = min + step;
    const words = value === min ? `: ${minLabel}` : value === max ? `: ${maxLabel}` : '';
    return { value, label: `${value}${words}` };
  });
  return { kind: 'choice', choices };
}

/** Measures are answered with numbers alone. */
function numbersIn(answers: FormAnswers): (number | null)[] {
  return answers.map((answer) => (typeof answer === 'number' ? answer : null));
}
