import { html } from 'hono/html';
import type { CrisisResource } from '#shared/crisis/resource.ts';
import type { Markup } from '../pages/page.ts';
import type { Reader } from './reader.ts';

/**
 * Shown at once after an answer that calls for it: above the next screen, never instead of it.
 * `more`: there is still something to do on the page.
 */
export function supportAfterAnswer(reader: Reader, { more }: { readonly more: boolean }): Markup {
  const { heading, opening, notWatched, goOn } = reader.crisis;
  return html`<section class="support" aria-labelledby="support" data-after-answer>
    <h2 id="support">${heading}</h2>
    <p>${opening}</p>
    ${ways(reader)}
    <p>${notWatched}</p>
    ${more ? html`<p>${goOn}</p>` : ''}
  </section>`;
}

/**
 * The same, out of sight in the page that asks: the script brings it out at the press, so that
 * neither a slow network nor none stands between an answer and help.
 */
export function supportInReserve(reader: Reader): Markup {
  return html`<div id="support-in-reserve" hidden>
    ${supportAfterAnswer(reader, { more: true })}
  </div>`;
}

/** The same ways to get help, for screens where nobody has asked for them. */
export function supportBlock(reader: Reader): Markup {
  return html`<section class="support" aria-labelledby="support">
    <h2 id="support">${reader.crisis.ifNeeded}</h2>
    ${ways(reader)}
  </section>`;
}

/**
 * The same once more, folded up, at the foot of every other screen. `open`: unfolded, where the page
 * stands in place of one that may have had help on it.
 */
export function supportFold(reader: Reader, { open }: { readonly open: boolean }): Markup {
  return html`<details class="support" ${open ? 'open' : ''}>
    <summary>${reader.crisis.ifNeeded}</summary>
    ${ways(reader)}
  </details>`;
}

function ways(reader: Reader): Markup {
  const { guess, crisis, closed, say } = reader;
  return html`${guess === null ? '' : html`<p class="soft">${say.home.here(guess.country)}</p>`}
    ${list(reader, crisis.resources)}
    ${
      guess === null
        ? ''
        : html`<p class="soft">${say.home.elsewhere}</p>
            ${list(reader, guess.elsewhere)}`
    }
    ${closed === null ? '' : html`<p>${closed}</p>`}`;
}

function list(reader: Reader, resources: readonly CrisisResource[]): Markup {
  return html`<ul>
    ${resources.map(
      (resource) => html`<li>
        <strong>${resource.name}</strong>
        <p>${resource.how}</p>
        <p class="reach">${links(reader, resource)}</p>
      </li>`,
    )}
  </ul>`;
}

function links({ crisis }: Reader, { name, call, text, site }: CrisisResource): Markup {
  const sms =
    text === null ? '' : `sms:${text.number}${text.body === null ? '' : `?&body=${text.body}`}`;
  return html`${
    call === null
      ? ''
      : html`<a href="tel:${call}" aria-label="${crisis.call} ${call}, ${name}">${crisis.call} ${call}</a>`
  }
  ${
    text === null
      ? ''
      : html`<a href="${sms}" aria-label="${crisis.text} ${text.number}, ${name}">${crisis.text} ${text.number}</a>`
  }
  ${
    site === null
      ? ''
      : html`<a href="${site}" rel="noreferrer" aria-label="${crisis.open} ${name}">${crisis.open} ${name}</a>`
  }`;
}
