import { html } from 'hono/html';
import type { OpenCheckIn } from '#backend/care/client-care.ts';
import type { Markup } from '../../pages/page.ts';
import { dayFor, type Reader } from '../reader.ts';
import { firstOpenItem, questionCount } from '../steps.ts';
import { inEnglishOnly } from './measure-language.ts';

/** Seconds that a person needs for one question of this kind, read calmly. */
const SECONDS_PER_ITEM = 12;

/** The first screen: what this is, how long it takes, what happens to the answers. */
export function welcome(reader: Reader, base: string, checkIn: OpenCheckIn): Markup {
  const { begun, opensUntil, place, of } = checkIn;
  const { say } = reader;
  const words = say.welcome;
  const count = questionCount(checkIn);
  const minutes = Math.max(1, Math.round((count * SECONDS_PER_ITEM) / 60));
  return html`<h1 id="heading" tabindex="-1">${words.heading}</h1>
    ${of === 1 ? '' : html`<p>${words.part(place, of)}</p>`}
    <p>${words.length(count, minutes)}</p>
    ${inEnglishOnly(reader, checkIn)}
    <ul class="plain">
      <li>${words.savedAtOnce}</li>
      ${
        reader.kiosk
          ? ''
          : html`<li>${words.comeBack(dayFor(reader, opensUntil, { year: false }))}</li>`
      }
      <li>${words.skipOrChange}</li>
      ${asksForWords(checkIn) ? html`<li>${say.wordsAreRead}</li>` : ''}
    </ul>
    ${begun ? goOn(reader, base, checkIn) : start(reader, base)}`;
}

function asksForWords(checkIn: OpenCheckIn): boolean {
  return checkIn.kind === 'form' && checkIn.form.items.some(({ kind }) => kind === 'text');
}

function start({ say }: Reader, base: string): Markup {
  return html`<form method="post" action="${base}/start" data-step>
    <button class="main">${say.welcome.start}</button>
  </form>`;
}

function goOn({ say }: Reader, base: string, checkIn: OpenCheckIn): Markup {
  const next = firstOpenItem(checkIn);
  return next === null
    ? html`<a class="button main" href="${base}/review" data-step>${say.welcome.toReview}</a>`
    : html`<a class="button main" href="${base}/q/${next}" data-step>
        ${say.welcome.goOn(next, questionCount(checkIn))}
      </a>`;
}
