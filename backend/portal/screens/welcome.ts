import { html } from 'hono/html';
import type { OpenCheckIn } from '#backend/care/client-care.ts';
import { dateInWords } from '#shared/contracts/calendar.ts';
import type { Markup } from '../../pages/page.ts';
import { firstOpenItem, questionCount } from '../steps.ts';
import { wordsAreRead } from '../words-are-read.ts';

/** Seconds that a person needs for one question of this kind, read calmly. */
const SECONDS_PER_ITEM = 12;

/** The first screen: what this is, how long it takes, what happens to the answers. */
export function welcome(base: string, checkIn: OpenCheckIn): Markup {
  const { begun, opensUntil } = checkIn;
  const count = questionCount(checkIn);
  const minutes = Math.max(1, Math.round((count * SECONDS_PER_ITEM) / 60));
  return html`<h1 id="heading" tabindex="-1">A few questions from your therapist</h1>
    <p>${count} questions, about ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}.</p>
    <ul class="plain">
      <li>Each answer is saved as soon as you give it.</li>
      <li>
        You can stop and come back with the same link until
        ${dateInWords(opensUntil, { year: false })}.
      </li>
      <li>You can skip a question, go back, and change an answer before you send.</li>
      ${asksForWords(checkIn) ? html`<li>${wordsAreRead()}</li>` : ''}
    </ul>
    ${begun ? goOn(base, checkIn) : start(base)}`;
}

function asksForWords(checkIn: OpenCheckIn): boolean {
  return checkIn.kind === 'form' && checkIn.form.items.some(({ kind }) => kind === 'text');
}

function start(base: string): Markup {
  return html`<form method="post" action="${base}/start" data-step>
    <button class="main">Start</button>
  </form>`;
}

function goOn(base: string, checkIn: OpenCheckIn): Markup {
  const next = firstOpenItem(checkIn);
  return next === null
    ? html`<a class="button main" href="${base}/review" data-step>Review and send</a>`
    : html`<a class="button main" href="${base}/q/${next}" data-step>
        Go on with question ${next} of ${questionCount(checkIn)}
      </a>`;
}
