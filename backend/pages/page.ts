import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import { ASSETS } from './assets.ts';

/** Escaped markup, ready to be placed in a page. */
export type Markup = HtmlEscapedString | Promise<HtmlEscapedString>;

/** What a page is made of. */
export interface PageParts {
  /** Shows in history and tab: says nothing of therapy, a person or a result. */
  readonly title: string;
  /** Above the screen. */
  readonly top: Markup;
  /** The screen itself; its `h1` is the first thing that is read. */
  readonly screen: Markup;
  /** Below the screen. */
  readonly foot: Markup;
  /** Whether the page's script is loaded. */
  readonly script?: boolean;
}

/** A whole document. */
export function page({ title, top, screen, foot, script = false }: PageParts): Markup {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="robots" content="noindex, nofollow" />
        <meta name="format-detection" content="telephone=no" />
        <title>${title}</title>
        <link rel="icon" href="${ASSETS.icon.href}" type="image/svg+xml" />
        <link rel="stylesheet" href="${ASSETS.style.href}" />
        ${script ? html`<script type="module" src="${ASSETS.checkIn.href}"></script>` : ''}
      </head>
      <body>
        <header class="top">${top}</header>
        ${script ? statusRegions() : ''}
        <main id="screen">${screen}</main>
        <footer id="foot">${foot}</footer>
      </body>
    </html>`;
}

/** What the script says: in sight, whether an answer is saved; heard alone, that help appeared. */
function statusRegions(): Markup {
  return html`<p class="status" id="status" role="status"></p>
    <p class="hidden" id="support-status" role="status"></p>`;
}
