import { html } from 'hono/html';
import type { DeadMessage } from '#backend/care/messages/message-care.ts';
import type { Markup } from '../../pages/page.ts';
import { failureWords, PURPOSE_WORDS, toWords, WAY_WORDS } from './words.ts';

/** Claims no more than is known: a message that is still being tried is not on the list. */
const NOTHING = 'Nothing waits for you here. A message that can’t be delivered will be listed.';

const HOW = html`<p>
  Each was tried several times, or refused for good. Put right what is wrong and try again, or reach the
  person another way and take it off the list.
</p>`;

/** Messages that did not arrive, for whoever can see to it. */
export function deadScreen(dead: readonly DeadMessage[], said: string | null): Markup {
  return html`<h1>Messages that did not arrive</h1>
    ${said === null ? '' : html`<p class="note" role="status">${said}</p>`}
    ${dead.length === 0 ? html`<p class="soft">${NOTHING}</p>` : HOW}
    <ul class="entries">
      ${dead.map(entry)}
    </ul>`;
}

function entry(message: DeadMessage): Markup {
  const { messageId, purpose, way, failure, writtenAt, gaveUpAt, attempts } = message;
  const to = toWords(message);
  const what = `${PURPOSE_WORDS[purpose]}, by ${WAY_WORDS[way]}, to ${to}`;
  return html`<li>
    <h2>${what}</h2>
    <p>${failureWords(failure)}</p>
    <p class="small soft">
      Written ${moment(writtenAt)}; given up ${moment(gaveUpAt)} after ${attempts}
      ${attempts === 1 ? 'try' : 'tries'}.
    </p>
    <div class="decide">
      <form method="post" action="/messages/${messageId}/again">
        <button>Try again<span class="hidden">: ${what}</span></button>
      </form>
      <form method="post" action="/messages/${messageId}/settle">
        <button>It is dealt with<span class="hidden">: ${what}</span></button>
      </form>
    </div>
  </li>`;
}

/** A moment to the minute, in the one zone that a server and its people can compare. */
function moment(at: string): Markup {
  return html`<time datetime="${at}">${at.slice(0, 10)} ${at.slice(11, 16)} UTC</time>`;
}
