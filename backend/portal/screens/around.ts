import { html } from 'hono/html';
import type { OpenCheckIn } from '#backend/care/client-care.ts';
import type { Markup } from '../../pages/page.ts';
import { answeredCount, questionCount, stepAfter, stepBefore } from '../steps.ts';

/** Where a question stands. */
export interface QuestionPlace {
  /** Address of the link, without a slash at the end. */
  readonly base: string;
  readonly checkIn: OpenCheckIn;
  /** From 1. */
  readonly number: number;
  /** True when the client came from the review and returns there. */
  readonly toReview: boolean;
}

/** Above a question: which one it is, and how many answers are saved. */
export function progress({ checkIn, number }: QuestionPlace): Markup {
  const count = questionCount(checkIn);
  const saved = answeredCount(checkIn);
  return html`<div class="progress">
    <p class="line">
      <span>Question <strong>${number} of ${count}</strong></span>
      <span>${saved === 0 ? 'No answers yet' : `${saved} saved`}</span>
    </p>
    <progress max="${count}" value="${number}" aria-hidden="true"></progress>
  </div>`;
}

/** Below a question: the one before, and past an answered one the next. */
export function stepsAround({ base, checkIn, number, toReview }: QuestionPlace): Markup {
  return html`<nav class="steps" aria-label="Questions">
    <a href="${stepBefore(base, checkIn, number)}" data-step>Back</a>
    ${
      checkIn.answers.has(number)
        ? html`<a href="${toReview ? `${base}/review` : stepAfter(base, checkIn, number)}" data-step
            >${toReview ? 'Back to the review' : 'Next'}</a
          >`
        : ''
    }
  </nav>`;
}

/**
 * Below a question that takes words: the one before, by a button of the question's form, so that what
 * was typed goes along. Past it leads "Save and go on".
 */
export function backWithWords(form: string): Markup {
  return html`<nav class="steps" aria-label="Questions">
    <button class="quiet" form="${form}" name="answer" value="back">Back</button>
  </nav>`;
}

/** The start of the form that a question is answered with. */
export function cameFrom({ toReview }: QuestionPlace): Markup | '' {
  return toReview ? html`<input type="hidden" name="from" value="review" />` : '';
}
