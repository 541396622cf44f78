import { html } from 'hono/html';
import type { Markup } from '../../pages/page.ts';

/** Something sent from the page was not accepted. Says what, that nothing changed, and how on. */
export function refused(reason: string, back: { href: string; label: string } | null): Markup {
  return html`<div class="note refused">
      <h1 id="heading" tabindex="-1">That was not saved</h1>
      <p>${reason}</p>
      <p>What you answered before is still there.</p>
    </div>
    ${back === null ? '' : html`<a class="button main" href="${back.href}">${back.label}</a>`}`;
}
