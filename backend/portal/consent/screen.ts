import { html } from 'hono/html';
import type { OwnSharingChoices, SharingChoice } from '#backend/care/couples/couple-care.ts';
import type { Markup } from '../../pages/page.ts';
import { dayFor, type Reader } from '../reader.ts';
import { SHARING_WORDS } from './words.ts';

/** What the page about sharing is made of. */
export interface SharingScreen extends OwnSharingChoices {
  readonly reader: Reader;
  /** Address of the link, without a slash at the end. */
  readonly base: string;
  /** Makes the id that a consent gets: pressed twice, it is given once. */
  readonly newId: () => string;
}

/** The way to that page. */
export function sharingLink({ language }: Reader, base: string): Markup {
  return html`<a href="${base}/mine/sharing" data-step>${SHARING_WORDS[language].open}</a>`;
}

/** What a client lets the partner see, form by form. What the partner chose stands nowhere. */
export function sharing(screen: SharingScreen): Markup {
  const { reader, base, choices, mayGive } = screen;
  const say = SHARING_WORDS[reader.language];
  const couple = choices.filter(({ aboutTheCouple }) => aboutTheCouple);
  const others = choices.filter(({ aboutTheCouple }) => !aboutTheCouple);
  return html`<h1 id="heading" tabindex="-1">${say.heading}</h1>
    <p>${say.both}</p>
    <p>${say.what}</p>
    <p>${say.free}</p>
    <p class="note">${say.notFree}</p>
    ${group(screen, couple, html`<h2>${say.couple}</h2>`)}
    ${group(screen, others, html`<h2>${say.others}</h2><p>${say.othersWhy}</p>`)}
    ${
      mayGive
        ? html`<nav class="steps" aria-label="${say.heading}">
            <a href="${base}/mine" data-step>${say.back}</a>
          </nav>`
        : ''
    }`;
}

/** After the last yes was taken back where none can be given. */
export function nothingShared({ language }: Reader): Markup {
  const say = SHARING_WORDS[language];
  return html`<h1 id="heading" tabindex="-1">${say.heading}</h1>
    <p>${say.nothing}</p>`;
}

function group(screen: SharingScreen, choices: readonly SharingChoice[], about: Markup): Markup {
  if (choices.length === 0) return html``;
  return html`<section class="group">
    ${about} ${choices.map((one) => choice(screen, one))}
  </section>`;
}

function choice(
  { reader, base, coupleId, newId }: SharingScreen,
  { measureId, title, agreedUntil }: SharingChoice,
): Markup {
  const say = SHARING_WORDS[reader.language];
  const id = `form-${measureId}`;
  if (agreedUntil !== null) {
    return html`<form method="post" action="${base}/mine/unshare" data-step class="fields">
      <input type="hidden" name="measure" value="${measureId}" />
      <h3 id="${id}" lang="en">${title}</h3>
      <p>${say.until(dayFor(reader, agreedUntil, { year: true }))}</p>
      <button aria-describedby="${id}">${say.stop}</button>
    </form>`;
  }
  return html`<form method="post" action="${base}/mine/share" data-step class="fields">
    <input type="hidden" name="measure" value="${measureId}" />
    <input type="hidden" name="consent" value="${newId()}" />
    <input type="hidden" name="couple" value="${coupleId}" />
    <h3 id="${id}" lang="en">${title}</h3>
    <p>${say.off}</p>
    <button aria-describedby="${id}">${say.share}</button>
  </form>`;
}
