import { html } from 'hono/html';
import type { OpenCheckIn } from '#backend/care/client-care.ts';
import type { Item } from '#shared/contracts/items.ts';
import { choicesOf, stemOf } from '#shared/instruments/choices.ts';
import type { Markup } from '../../pages/page.ts';
import { answeredCount, isPositiveChoice, stepAfter, stepBefore, supportIsDue } from '../steps.ts';
import { supportAfterAnswer, supportInReserve } from '../support.ts';

/** A question of more letters than this is set smaller, so that the choices stay in sight. */
const LONG_TEXT = 90;

/** What a question's screen depends on. */
export interface QuestionScreen {
  /** Address of the link, without a slash at the end. */
  readonly base: string;
  readonly checkIn: OpenCheckIn;
  readonly item: Item;
  /** True when the client came from the review and returns there. */
  readonly toReview: boolean;
}

/**
 * One question with its choices. Each choice is a button that saves and moves on, so that one tap
 * is enough without a script, and nothing happens by merely moving through the choices.
 */
export function question({ base, checkIn, item, toReview }: QuestionScreen): Markup {
  const { instrument, answers } = checkIn;
  const given = answers.get(item.number);
  const stem = stemOf(instrument, item);
  const printed = choicesOf(instrument, item);
  const choices = printed.map(({ value, label }, place) => ({
    value,
    label,
    pole: poleAt(item, place, printed.length),
    chosen: value === given,
    positive: isPositiveChoice(instrument, item, value),
  }));
  const supportStands = supportIsDue(checkIn, item.number);
  const inReserve = !supportStands && choices.some(({ positive }) => positive);
  return html`${progress(checkIn, item.number)}
    ${supportStands ? supportAfterAnswer({ more: true }) : ''}
    ${inReserve ? supportInReserve() : ''}
    <div class="question">
      ${stem === '' ? '' : html`<p class="soft">${stem}</p>`}
      <h1 id="heading" tabindex="-1" class="${item.text.length > LONG_TEXT ? 'long' : ''}">
        ${item.text}
      </h1>
    </div>
    <form method="post" action="${base}/q/${item.number}" data-step="save" class="choices">
      ${toReview ? html`<input type="hidden" name="from" value="review" />` : ''}
      <div class="choices" role="group" aria-labelledby="heading">
        ${choices.map(choice)}
      </div>
      <button class="quiet" name="answer" value="skip">
        ${given === null ? 'Leave this question skipped' : 'Skip this question'}
      </button>
    </form>
    <nav class="steps" aria-label="Questions">
      ${back(base, checkIn, item.number)}
      ${answers.has(item.number) ? onwards(base, checkIn, item.number, toReview) : ''}
    </nav>`;
}

function progress(checkIn: OpenCheckIn, item: number): Markup {
  const count = checkIn.instrument.items.length;
  const saved = answeredCount(checkIn);
  return html`<div class="progress">
    <p class="line">
      <span>Question <strong>${item} of ${count}</strong></span>
      <span>${saved === 0 ? 'No answers yet' : `${saved} saved`}</span>
    </p>
    <progress max="${count}" value="${item}" aria-hidden="true"></progress>
  </div>`;
}

interface Choice {
  readonly value: number;
  readonly label: string;
  /** What the form prints at this end of a row of bare numbers; null elsewhere. */
  readonly pole: string | null;
  /** It is the answer that is saved. */
  readonly chosen: boolean;
  /** It calls for support. */
  readonly positive: boolean;
}

/** The pole that the form prints beside the first and the last of its numbers. */
function poleAt({ anchors }: Item, place: number, count: number): string | null {
  if (anchors === undefined) return null;
  if (place === 0) return anchors[0];
  return place === count - 1 ? anchors[1] : null;
}

function choice({ value, label, pole, chosen, positive }: Choice): Markup {
  const mark = positive ? html` data-support` : '';
  return html`<button name="answer" value="${value}" class="${chosen ? 'chosen' : ''}"${mark}>
    <span>${label}${pole === null ? '' : html` <span class="soft">${pole}</span>`}</span>${chosen ? html`<span class="mark">Your answer</span>` : ''}
  </button>`;
}

function back(base: string, checkIn: OpenCheckIn, item: number): Markup {
  return html`<a href="${stepBefore(base, checkIn, item)}" data-step>Back</a>`;
}

function onwards(base: string, checkIn: OpenCheckIn, item: number, toReview: boolean): Markup {
  const href = toReview ? `${base}/review` : stepAfter(base, checkIn, item);
  return html`<a href="${href}" data-step>${toReview ? 'Back to the review' : 'Next'}</a>`;
}
