import { html } from 'hono/html';
import type { OpenCheckIn } from '#backend/care/client-care.ts';
import type { Markup } from '../../pages/page.ts';
import { type Asked, askedOf, callsForSupport, positiveItems, unansweredCount } from '../steps.ts';
import { supportAfterAnswer } from '../support.ts';
import { answerSaid, questionSaid } from './given.ts';

/** Everything that was answered, to look over, change and send. */
export function review(base: string, checkIn: OpenCheckIn): Markup {
  return html`${callsForSupport(checkIn) ? supportAfterAnswer({ more: true }) : ''}
    <h1 id="heading" tabindex="-1">Look over your answers</h1>
    <p>${completeness(checkIn)}</p>
    ${positiveItems(checkIn).map(seenUnsent)}
    <ol class="answers">
      ${askedOf(checkIn).map((asked) => line(base, checkIn, asked))}
    </ol>
    <form method="post" action="${base}/submit" data-step="save" class="choices">
      <button class="main">Send my answers</button>
    </form>`;
}

/** The therapist's panel shows such an answer as soon as it is saved, so the client is told. */
function seenUnsent(item: number): Markup {
  return html`<p>
    Your therapist can see your answer to question ${item} even if you do not send. They may not
    look today.
  </p>`;
}

function completeness(checkIn: OpenCheckIn): string {
  const missing = unansweredCount(checkIn);
  if (missing === 0) return 'All are saved. Your therapist gets them when you send them.';
  const questions = missing === 1 ? '1 question has' : `${missing} questions have`;
  return `${questions} no answer. You can fill in what is missing, or send it as it is.`;
}

function line(base: string, checkIn: OpenCheckIn, asked: Asked): Markup {
  const { number } = asked;
  const given = answerSaid(checkIn, number);
  return html`<li>
    <span class="asked">${questionSaid(checkIn, asked)}</span>
    <span class="${given === null ? 'none' : 'given'}">${given ?? 'Not answered'}</span>
    <a href="${base}/q/${number}?from=review" data-step>
      ${given === null ? 'Answer' : 'Change'}<span class="hidden"> question ${number}</span>
    </a>
  </li>`;
}
