import { html } from 'hono/html';
import type { OpenCheckIn } from '#backend/care/client-care.ts';
import type { Markup } from '../../pages/page.ts';
import type { Reader } from '../reader.ts';
import { askedOf, questionCount, stepAfter } from '../steps.ts';
import { questionOf } from './question-of.ts';

/**
 * All questions, for the page's script: it shows them one by one when the connection goes. Of a form
 * in which an answer decides what is asked next there are none, since nobody could know the next one.
 */
export function everyQuestion(reader: Reader, base: string, checkIn: OpenCheckIn): Markup {
  const asked = askedOf(checkIn);
  const count = questionCount(checkIn);
  const decides = checkIn.kind === 'measure' && checkIn.instrument.items.some(isBehindGate);
  const { heading, why } = reader.say.offline;
  return html`${
    decides
      ? ''
      : asked.map(
          ({ number }) =>
            html`<div class="alone" id="q-${number}">
              ${questionOf({ reader, base, checkIn, number, toReview: false })}
              ${sinceAnswered(reader, stepAfter(base, checkIn, number))}
            </div>`,
        )
  }
    <div class="alone" id="q-${count + 1}">
      <h1 id="heading" tabindex="-1">${heading}</h1>
      <p>${why}</p>
      <nav class="steps" aria-label="${reader.say.question.steps}">
        <a href="${base}/q/${count}" data-step>${reader.say.question.back}</a>
      </nav>
      <a href="${base}/review" data-step data-after-waiting hidden></a>
    </div>`;
}

/** What the script brings out on a question that was answered after this page was made. */
function sinceAnswered({ say }: Reader, next: string): Markup {
  return html`<a href="${next}" data-step data-past hidden>${say.question.next}</a>
    <template><span class="mark">${say.question.yourAnswer}</span></template>`;
}

function isBehindGate({ askedWhen }: { readonly askedWhen?: unknown }): boolean {
  return askedWhen !== undefined;
}
