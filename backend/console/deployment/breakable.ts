import { html } from 'hono/html';
import type { Markup } from '../../pages/page.ts';

/** Behind a slash within a path, and before the ending of a file's name. */
const MAY_BREAK = /(?<=\w\/)(?=\w)|(?<=\w)(?=\.[a-z])/;

/** A text with paths and file names in it, which a narrow page may break where they have parts. */
export function breakable(text: string): Markup {
  const parts = text.split(MAY_BREAK);
  return html`${parts.map((part, index) => html`${index === 0 ? '' : html`<wbr />`}${part}`)}`;
}
