import { html } from 'hono/html';
import { sourceParts } from '#shared/words/source-links.ts';
import type { Markup } from '../pages/page.ts';

/** A source whose addresses can be followed. Where it leads to is not told which page led there. */
export function sourceLinks(source: string): Markup[] {
  return sourceParts(source).map(({ text, href }) =>
    href === null ? html`${text}` : html`<a href="${href}" rel="noreferrer">${text}</a>`,
  );
}
