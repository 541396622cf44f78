import { html } from 'hono/html';
import { type CrisisResource, US_CRISIS_TEXT } from '#shared/crisis/resources.ts';
import type { Markup } from '../pages/page.ts';

const { heading, opening, resources, notWatched, goOn } = US_CRISIS_TEXT;

/**
 * Shown at once after an answer that calls for it: above the next screen, never instead of it.
 * `more`: there is still something to do on the page.
 */
export function supportAfterAnswer({ more }: { readonly more: boolean }): Markup {
  return html`<section class="support" aria-labelledby="support" data-after-answer>
    <h2 id="support">${heading}</h2>
    <p>${opening}</p>
    ${ways()}
    <p>${notWatched}</p>
    ${more ? html`<p>${goOn}</p>` : ''}
  </section>`;
}

/**
 * The same, out of sight in the page that asks: the script brings it out at the press, so that
 * neither a slow network nor none stands between an answer and help.
 */
export function supportInReserve(): Markup {
  return html`<div id="support-in-reserve" hidden>${supportAfterAnswer({ more: true })}</div>`;
}

/** The same ways to get help, for screens where nobody has asked for them. */
export function supportBlock(): Markup {
  return html`<section class="support" aria-labelledby="support">
    <h2 id="support">If you need help right now</h2>
    ${ways()}
  </section>`;
}

/** The same once more, folded up, at the foot of every other screen. */
export function supportFold(): Markup {
  return html`<details class="support">
    <summary>If you need help right now</summary>
    ${ways()}
  </details>`;
}

function ways(): Markup {
  return html`<ul>
    ${resources.map(
      (resource) => html`<li>
        <strong>${resource.name}</strong>
        <p>${resource.how}</p>
        <p class="reach">${links(resource)}</p>
      </li>`,
    )}
  </ul>`;
}

function links({ name, call, text }: CrisisResource): Markup {
  const body = text?.body ?? null;
  const sms = text === null ? '' : `sms:${text.number}${body === null ? '' : `?&body=${body}`}`;
  return html`${
    call === null
      ? ''
      : html`<a href="tel:${call}" aria-label="Call ${call}, ${name}">Call ${call}</a>`
  }
  ${
    text === null
      ? ''
      : html`<a href="${sms}" aria-label="Text ${text.number}, ${name}">Text ${text.number}</a>`
  }`;
}
