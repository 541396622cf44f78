import { html } from 'hono/html';
import type { OpenForm } from '#backend/care/client-care.ts';
import type { ChoiceItem, FormItem, RatingItem, TextItem } from '#shared/contracts/custom-form.ts';
import type { Markup } from '../../pages/page.ts';
import type { Reader } from '../reader.ts';
import {
  ANSWER_FORM,
  backWithWords,
  cameFrom,
  progress,
  type QuestionPlace,
  stepsAround,
} from './around.ts';
import { choice, skip } from './choice.ts';
import { asked } from './question.ts';

/** What the screen of an own form's question depends on. */
export interface FormQuestionScreen extends QuestionPlace {
  readonly checkIn: OpenForm;
  readonly item: FormItem;
  /** Words that were not taken: they stay in the field, with the reason. */
  readonly refused?: { readonly words: string; readonly problem: string };
}

/** What stands in the field, and whether it was just refused. */
interface Standing {
  readonly given: number | string | null | undefined;
  readonly isRefused: boolean;
}

/**
 * One question of an own form. A rating or a choice is answered by one tap, as in a measure; words
 * are saved by whatever button is pressed, so that none are lost on the way.
 */
export function formQuestion(screen: FormQuestionScreen): Markup {
  const { reader, base, checkIn, item, number, refused } = screen;
  const given = checkIn.answers.get(number);
  return html`${progress(screen)}
    <div class="question">${asked(item.text)}</div>
    ${
      refused === undefined
        ? ''
        : html`<p class="note refused" role="alert" id="problem">${refused.problem}</p>`
    }
    <form id="${ANSWER_FORM}" method="post" action="${base}/q/${number}" data-step="save" data-answer class="choices">
      ${cameFrom(screen)} ${field(reader, item, { given: refused?.words ?? given, isRefused: refused !== undefined })}
      ${skip(reader, given)}
    </form>
    ${item.kind === 'text' ? backWithWords(screen) : stepsAround(screen)}`;
}

function field(reader: Reader, item: FormItem, standing: Standing): Markup {
  if (item.kind === 'rating') return scale(reader, item, standing);
  return item.kind === 'choice' ? choices(reader, item, standing) : words(reader, item, standing);
}

/** Whole numbers between two poles, in rows that wrap on a narrow phone. */
function scale(
  { say }: Reader,
  { min, max, minLabel, maxLabel }: RatingItem,
  { given }: Standing,
): Markup {
  const { yourAnswer } = say.question;
  const points = Array.from({ length: max - min + 1 }, (_, index) => min + index);
  const poles = new Map([
    [min, minLabel],
    [max, maxLabel],
  ]);
  return html`<div class="scale" role="group" aria-labelledby="heading">
    <p class="poles" aria-hidden="true">
      <span>${min}: ${minLabel}</span><span>${max}: ${maxLabel}</span>
    </p>
    <div class="points">
      ${points.map((value) => {
        const pole = poles.get(value);
        return html`<button name="answer" value="${value}" class="${value === given ? 'chosen' : ''}">
          ${value}${pole === undefined ? '' : html`<span class="hidden">, ${pole}</span>`}
          ${value === given ? html`<span class="mark">${yourAnswer}</span>` : ''}
        </button>`;
      })}
    </div>
    ${typeof given === 'number' ? html`<p class="soft mark">${yourAnswer}: <strong>${given}</strong></p>` : ''}
  </div>`;
}

function choices(reader: Reader, { options }: ChoiceItem, { given }: Standing): Markup {
  return html`<div class="choices" role="group" aria-labelledby="heading">
    ${options.map(({ value, label }) =>
      choice(reader, { value, label, pole: null, chosen: value === given, positive: false }),
    )}
  </div>`;
}

/** The first line end in a text field belongs to the markup, not to the words. */
function words({ say }: Reader, { maxLength }: TextItem, { given, isRefused }: Standing): Markup {
  const text = typeof given === 'string' ? given : '';
  return html`<div class="field">
      <textarea
        id="words"
        name="words"
        rows="5"
        maxlength="${maxLength}"
        aria-labelledby="heading"
        aria-describedby="${isRefused ? 'problem ' : ''}words-limit words-kept words-read"
        ${isRefused ? html`aria-invalid="true"` : ''}
      >
${text}</textarea
      >
      <p class="small soft" id="words-limit" data-left="${say.question.charactersLeft}">${say.question.upTo(maxLength)}</p>
      <p class="small soft" id="words-kept">${say.question.wordsKept}</p>
      <p class="small soft" id="words-read">${say.wordsAreRead}</p>
    </div>
    <button class="main" name="answer" value="words">${say.question.saveAndGoOn}</button>`;
}
