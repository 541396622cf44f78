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
  /** What the page's script says; without it no script is loaded. */
  readonly script?: ScriptWords;
  /** BCP 47; English unless it is named. */
  readonly language?: string;
}

/** What the client's script says by itself, in the page's language. */
export interface ScriptWords {
  readonly saving: string;
  readonly saved: string;
  readonly uncertain: string;
  readonly waiting: string;
  /** Where the page goes when nobody touches it, on a device that is handed back. */
  readonly handBack?: string;
}

/** A whole document. */
export function page({ title, top, screen, foot, script, language = 'en' }: PageParts): Markup {
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="robots" content="noindex, nofollow" />
        <meta name="format-detection" content="telephone=no" />
        <title>${title}</title>
        <link rel="icon" href="${ASSETS.icon.href}" type="image/svg+xml" />
        <link rel="stylesheet" href="${ASSETS.style.href}" />
        ${script !== undefined ? installed() : ''}
      </head>
      <body>
        <header class="top">${top}</header>
        ${script !== undefined ? statusRegions(script) : ''}
        <main id="screen">${screen}</main>
        <footer id="foot">${foot}</footer>
      </body>
    </html>`;
}

/** What the script says: in sight, whether an answer is saved; heard alone, that help appeared. */
function statusRegions({ saving, saved, uncertain, waiting, handBack }: ScriptWords): Markup {
  return html`<p
      class="status"
      id="status"
      role="status"
      data-saving="${saving}"
      data-saved="${saved}"
      data-uncertain="${uncertain}"
      data-waiting="${waiting}"
      ${handBack === undefined ? '' : html`data-hand-back="${handBack}"`}
    ></p>
    <p class="hidden" id="support-status" role="status"></p>`;
}

/** The client's page can be put on a phone's screen: its script, and what it is called there. */
function installed(): Markup {
  return html`<link rel="manifest" href="${ASSETS.manifest.href}" />
    <script type="module" src="${ASSETS.checkIn.href}"></script>`;
}
