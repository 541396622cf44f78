import { html } from 'hono/html';
import type { Markup } from '../../pages/page.ts';

/** A page that could not be shown: nothing was to be saved, and what was saved before still is. */
export function notShown(reason: string, again: string): Markup {
  return html`<div class="note refused">
      <h1 id="heading" tabindex="-1">This page can't be shown right now</h1>
      <p>${reason}</p>
      <p>Answers that were saved are still there.</p>
    </div>
    <a class="button main" href="${again}">Try again</a>`;
}

/**
 * A form that was sent, and whose reply was lost on the server: it may or may not be saved. Sending
 * it again does no harm, since an answer counts once and what was sent is stored once.
 */
export function maybeSaved(look: string): Markup {
  return html`<div class="note refused">
      <h1 id="heading" tabindex="-1">We can't say whether this was saved</h1>
      <p>The server did not answer in time. Wait a few seconds, then try again: nothing counts twice.</p>
      <p>Answers that were saved before are still there.</p>
    </div>
    <a class="button main" href="${look}">Look, and try again</a>`;
}
