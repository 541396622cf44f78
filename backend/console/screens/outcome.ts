import { html } from 'hono/html';
import type { Markup } from '../../pages/page.ts';

/** A sentence that says what has happened, and one that says what to do. */
export function outcomeScreen(happened: string, next: string): Markup {
  return html`<h1>${happened}</h1>
    <p>${next}</p>`;
}

/** Something that was refused or went wrong, with a way back. */
export function refusedScreen(message: string, back: { href: string; label: string }): Markup {
  return html`<div class="note refused">
      <h1>That did not work</h1>
      <p>${message}</p>
    </div>
    <a class="button" href="${back.href}">${back.label}</a>`;
}
