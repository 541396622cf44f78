import { html } from 'hono/html';
import type { Markup } from '../../pages/page.ts';
import type { Reader } from '../reader.ts';

/** Something sent from the page was not accepted. Says what, that nothing changed, and how on. */
export function refused(
  { say }: Reader,
  reason: string,
  back: { href: string; label: string } | null,
): Markup {
  return html`<div class="note refused">
      <h1 id="heading" tabindex="-1">${say.refused.heading}</h1>
      <p>${reason}</p>
      <p>${say.refused.kept}</p>
    </div>
    ${back === null ? '' : html`<a class="button main" href="${back.href}">${back.label}</a>`}`;
}
