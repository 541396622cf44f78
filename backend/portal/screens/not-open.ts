import { html } from 'hono/html';
import type { Markup } from '../../pages/page.ts';
import { supportBlock } from '../support.ts';

/**
 * The page of every link that leads nowhere: never made, mistyped, run out, taken back, or used.
 * All look the same, so that nobody learns whether a link existed.
 */
export function notOpen(): Markup {
  return html`<h1 id="heading" tabindex="-1">This link is not open</h1>
    <p>
      It may have run out, or been used already. If you sent your answers, there is nothing left to
      do. Otherwise ask your therapist for a new link.
    </p>
    ${supportBlock()}`;
}
