import { html } from 'hono/html';
import type { OpenForm } from '#backend/care/client-care.ts';
import type { ChoiceItem, FormItem, RatingItem, TextItem } from '#shared/contracts/custom-form.ts';
import type { Markup } from '../../pages/page.ts';
import { wordsAreRead } from '../words-are-read.ts';
import { backWithWords, cameFrom, progress, type QuestionPlace, stepsAround } from './around.ts';
import { choice, skip } from './choice.ts';
import { asked } from './question.ts';

/** What the screen of an own form's question depends on. */
export interface FormQuestionScreen extends QuestionPlace {
  readonly checkIn: OpenForm;
  readonly item: FormItem;
  /** Words that were not taken: they stay in the field, with the reason. */
  readonly refused?: { readonly words: string; readonly problem: string };
}

/** Id of the form that a question is answered with. */
const ANSWER = 'answer';

type Given = number | string | null | undefined;

/**
 * One question of an own form. A rating or a choice is answered by one tap, as in a measure; words
 * are saved by whatever button is pressed, so that none are lost on the way.
 */
export function formQuestion(screen: FormQuestionScreen): Markup {
  const { base, checkIn, item, number, refused } = screen;
  const given = checkIn.answers.get(number);
  return html`${progress(screen)}
    <div class="question">${asked(item.text)}</div>
    ${
      refused === undefined
        ? ''
        : html`<p class="note refused" role="alert" id="problem">${refused.problem}</p>`
    }
    <form id="${ANSWER}" method="post" action="${base}/q/${number}" data-step="save" class="choices">
      ${cameFrom(screen)} ${field(item, refused?.words ?? given, refused !== undefined)}
      ${skip(given)}
    </form>
    ${item.kind === 'text' ? backWithWords(ANSWER) : stepsAround(screen)}`;
}

function field(item: FormItem, given: Given, isRefused: boolean): Markup {
  if (item.kind === 'rating') return scale(item, given);
  return item.kind === 'choice' ? choices(item, given) : words(item, given, isRefused);
}

/** Whole numbers between two poles, in rows that wrap on a narrow phone. */
function scale({ min, max, minLabel, maxLabel }: RatingItem, given: Given): Markup {
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
        const said = [pole ?? '', value === given ? 'your answer' : ''].filter(Boolean).join(', ');
        return html`<button name="answer" value="${value}" class="${value === given ? 'chosen' : ''}">
          ${value}${said === '' ? '' : html`<span class="hidden">, ${said}</span>`}
        </button>`;
      })}
    </div>
    ${typeof given === 'number' ? html`<p class="soft">Your answer: <strong>${given}</strong></p>` : ''}
  </div>`;
}

function choices({ options }: ChoiceItem, given: Given): Markup {
  return html`<div class="choices" role="group" aria-labelledby="heading">
    ${options.map(({ value, label }) =>
      choice({ value, label, pole: null, chosen: value === given, positive: false }),
    )}
  </div>`;
}

/** The first line end in a text field belongs to the markup, not to the words. */
function words({ maxLength }: TextItem, given: Given, isRefused: boolean): Markup {
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
      <p class="small soft" id="words-limit">Up to ${maxLength} characters.</p>
      <p class="small soft" id="words-kept">
        What stands here is saved when you go on, back, or skip. Empty it to leave no words.
      </p>
      <p class="small soft" id="words-read">${wordsAreRead()}</p>
    </div>
    <button class="main" name="answer" value="words">Save and go on</button>`;
}
