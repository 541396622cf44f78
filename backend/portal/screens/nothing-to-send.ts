import { html } from 'hono/html';
import type { Markup } from '../../pages/page.ts';
import type { Reader } from '../reader.ts';

/** No question has an answer yet, so there is nothing to send. Leads to one. */
export function nothingToSend(
  { say }: Reader,
  next: { readonly href: string; readonly number: number },
): Markup {
  const { heading, why, orClose, goTo } = say.nothingToSend;
  return html`<div class="note refused">
      <h1 id="heading" tabindex="-1">${heading}</h1>
      <p>${why}</p>
      <p>${orClose}</p>
    </div>
    <a class="button main" href="${next.href}" data-step>${goTo(next.number)}</a>`;
}
