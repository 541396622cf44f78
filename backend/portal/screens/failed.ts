import { html } from 'hono/html';
import type { Markup } from '../../pages/page.ts';
import type { Reader } from '../reader.ts';

/** A page that could not be shown: nothing was to be saved, and what was saved before still is. */
export function notShown({ say }: Reader, reason: string, again: string): Markup {
  return html`<div class="note refused">
      <h1 id="heading" tabindex="-1">${say.failed.notShown}</h1>
      <p>${reason}</p>
      <p>${say.failed.savedBefore}</p>
    </div>
    <a class="button main" href="${again}">${say.failed.again}</a>`;
}

/**
 * A form that was sent, and whose reply was lost on the server: it may or may not be saved. Sending
 * it again does no harm, since an answer counts once and what was sent is stored once.
 */
export function maybeSaved({ say }: Reader, look: string): Markup {
  return html`<div class="note refused">
      <h1 id="heading" tabindex="-1">${say.failed.maybeSaved}</h1>
      <p>${say.failed.noAnswer}</p>
      <p>${say.failed.savedBefore}</p>
    </div>
    <a class="button main" href="${look}">${say.failed.look}</a>`;
}
