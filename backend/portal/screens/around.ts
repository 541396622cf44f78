import { html } from 'hono/html';
import type { OpenCheckIn } from '#backend/care/client-care.ts';
import type { Markup } from '../../pages/page.ts';
import type { Reader } from '../reader.ts';
import { answeredCount, questionCount, stepAfter, stepBefore } from '../steps.ts';

/** Id of the form that a question's words are saved with. */
export const ANSWER_FORM = 'answer';

/** Where a question stands. */
export interface QuestionPlace {
  readonly reader: Reader;
  /** Address of the link, without a slash at the end. */
  readonly base: string;
  readonly checkIn: OpenCheckIn;
  /** From 1. */
  readonly number: number;
  /** True when the client came from the review and returns there. */
  readonly toReview: boolean;
}

/** Above a question: which one it is, and how many answers are saved. */
export function progress({ reader, checkIn, number }: QuestionPlace): Markup {
  const { question } = reader.say;
  const count = questionCount(checkIn);
  const saved = answeredCount(checkIn);
  return html`<div class="progress">
    <p class="line">
      <span>${question.question} <strong>${question.of(number, count)}</strong></span>
      <span>${question.saved(saved)}</span>
    </p>
    <progress max="${count}" value="${number}" aria-hidden="true"></progress>
  </div>`;
}

/** Below a question: the one before, and past an answered one the next. */
export function stepsAround({ reader, base, checkIn, number, toReview }: QuestionPlace): Markup {
  const { question } = reader.say;
  return html`<nav class="steps" aria-label="${question.steps}">
    <a href="${stepBefore(base, checkIn, number)}" data-step>${question.back}</a>
    ${
      checkIn.answers.has(number)
        ? html`<a href="${toReview ? `${base}/review` : stepAfter(base, checkIn, number)}" data-step
            >${toReview ? question.backToReview : question.next}</a
          >`
        : ''
    }
  </nav>`;
}

/**
 * Below a question that takes words: the one before, by a button of the question's form, so that what
 * was typed goes along. Past it leads "Save and go on".
 */
export function backWithWords({ reader }: QuestionPlace): Markup {
  const { question } = reader.say;
  return html`<nav class="steps" aria-label="${question.steps}">
    <button class="quiet" form="${ANSWER_FORM}" name="answer" value="back">${question.back}</button>
  </nav>`;
}

/** The start of the form that a question is answered with. */
export function cameFrom({ toReview }: QuestionPlace): Markup | '' {
  return toReview ? html`<input type="hidden" name="from" value="review" />` : '';
}
