import { html } from 'hono/html';
import type { Markup } from '../../pages/page.ts';

/** No question has an answer yet, so there is nothing to send. Leads to one. */
export function nothingToSend(next: { href: string; label: string }): Markup {
  return html`<div class="note refused">
      <h1 id="heading" tabindex="-1">Nothing was sent yet</h1>
      <p>None of the questions has an answer. Answer at least one, then send.</p>
      <p>You can skip the others. If you would rather not answer, just close this page.</p>
    </div>
    <a class="button main" href="${next.href}" data-step>${next.label}</a>`;
}
