import { html } from 'hono/html';
import type { FinishedCheckIn } from '#backend/care/client-care.ts';
import type { Markup } from '../../pages/page.ts';
import type { Reader } from '../reader.ts';
import { supportAfterAnswer, supportBlock } from '../support.ts';

/**
 * The last screen: thanks, who reads it and when, and what to do if things get worse. `next` is the
 * address of the next form where several were sent together.
 */
export function thanks(
  reader: Reader,
  { support }: FinishedCheckIn,
  { base, next }: { readonly base: string; readonly next: string | null },
): Markup {
  const { thanks: words } = reader.say;
  return html`<h1 id="heading" tabindex="-1">${words.heading}</h1>
    ${support ? supportAfterAnswer(reader, { more: false }) : ''}
    ${next === null ? '' : goOn(reader, next)} ${reader.kiosk && next === null ? handBack(reader) : ''}
    <ul class="plain">
      <li>${words.read}</li>
      <li>${words.noReply}</li>
      <li>${words.worse}</li>
    </ul>
    ${support ? '' : supportBlock(reader)}
    ${reader.kiosk || next !== null ? '' : ownPage(reader, base)}`;
}

/** Several were sent together: the next one waits behind the same link. */
function goOn({ say }: Reader, next: string): Markup {
  return html`<p>${say.thanks.oneMore}</p>
    <p><a class="button main" href="${next}" data-step>${say.thanks.goOn}</a></p>`;
}

/** Nothing is left to answer: the client may look at the own page, or go. */
function ownPage({ say }: Reader, base: string): Markup {
  return html`<p><a class="button" href="${base}/mine" data-step>${say.mine.open}</a></p>
    <p class="soft">${say.thanks.close}</p>`;
}

/** Answered at the practice: the device goes back, and nothing of the answers stays on it. */
function handBack({ say }: Reader): Markup {
  return html`<div class="note">
    <h2>${say.thanks.handBack}</h2>
    <p>${say.thanks.handBackWhy}</p>
  </div>`;
}
