import { html } from 'hono/html';
import type { OpenCheckIn } from '#backend/care/client-care.ts';
import type { Markup } from '../../pages/page.ts';
import type { Reader } from '../reader.ts';
import { type Asked, askedOf, callsForSupport, positiveItems, unansweredCount } from '../steps.ts';
import { supportAfterAnswer } from '../support.ts';
import { answerSaid, languageOf, questionSaid } from './given.ts';

/** Everything that was answered, to look over, change and send. */
export function review(reader: Reader, base: string, checkIn: OpenCheckIn): Markup {
  const words = reader.say.review;
  const missing = unansweredCount(checkIn);
  return html`${callsForSupport(checkIn) ? supportAfterAnswer(reader, { more: true }) : ''}
    <h1 id="heading" tabindex="-1">${words.heading}</h1>
    <p>${missing === 0 ? words.complete : words.missing(missing)}</p>
    ${positiveItems(checkIn).map((item) => html`<p>${words.seenUnsent(item)}</p>`)}
    <ol class="answers">
      ${askedOf(checkIn).map((asked) => line({ reader, base, checkIn }, asked))}
    </ol>
    <form method="post" action="${base}/submit" data-step="save" class="choices">
      <button class="main">${words.send}</button>
    </form>`;
}

function line(
  {
    reader,
    base,
    checkIn,
  }: { readonly reader: Reader; readonly base: string; readonly checkIn: OpenCheckIn },
  asked: Asked,
): Markup {
  const { number } = asked;
  const words = reader.say.review;
  const given = answerSaid(reader, checkIn, number);
  const language = languageOf(checkIn);
  return html`<li>
    <span class="asked" ${language}>${questionSaid(checkIn, asked)}</span>
    ${
      given === null
        ? html`<span class="none">${words.notAnswered}</span>`
        : html`<span class="given" ${language}>${given}</span>`
    }
    <a href="${base}/q/${number}?from=review" data-step>
      ${given === null ? words.answer : words.change}<span class="hidden">
        ${words.aboutQuestion(number)}</span
      >
    </a>
  </li>`;
}
