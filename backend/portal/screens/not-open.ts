import { html } from 'hono/html';
import type { Markup } from '../../pages/page.ts';
import type { Reader } from '../reader.ts';
import { supportBlock } from '../support.ts';

/**
 * The page of every link that leads nowhere: never made, mistyped, run out, taken back, used, or
 * closed after wrong birth dates. All look the same, so that nobody learns whether a link existed.
 */
export function notOpen(reader: Reader): Markup {
  const { heading, why } = reader.say.notOpen;
  return html`<h1 id="heading" tabindex="-1">${heading}</h1>
    <p>${why}</p>
    ${supportBlock(reader)}`;
}
