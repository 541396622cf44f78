import { html } from 'hono/html';
import type { OpenCheckIn } from '#backend/care/client-care.ts';
import { type Markup, page } from '../pages/page.ts';
import { NEUTRAL_SITE, type Reader } from './reader.ts';
import { ANSWER_FORM } from './screens/around.ts';
import { supportFold } from './support.ts';
import { LANGUAGE_TAGS } from './words/words.ts';

/** What a page of the client's is made of. */
export interface ClientPage {
  readonly reader: Reader;
  readonly screen: Markup;
  /** What is asked; null where nothing is. */
  readonly checkIn: OpenCheckIn | null;
  /** True where the screen itself says how to get help, so that it is not there twice. */
  readonly helpOnScreen?: boolean;
  /** True where the page comes in place of one that may have had help on it. */
  readonly helpIsOpen?: boolean;
  /** Stands above everything, where somebody else looks at the page. */
  readonly notice?: Markup;
  /** Address of the link and of the page behind it, where the language can be changed. */
  readonly at?: {
    readonly base: string;
    readonly path: string;
    /** True for a question that takes words: the button for the other language sends them along. */
    readonly takesWords?: boolean;
  };
}

/**
 * A page of the client's: a way out at the top, support within reach at the bottom, and the words
 * that the measure's owner asks for.
 */
export function clientPage(parts: ClientPage): Markup {
  const {
    reader,
    screen,
    checkIn,
    notice = '',
    helpOnScreen = false,
    helpIsOpen = false,
    at,
  } = parts;
  const { say } = reader;
  return page({
    language: LANGUAGE_TAGS[reader.language],
    title: say.title,
    top: html`${notice}<span class="name">${say.title}</span>
      ${leaving(reader)}`,
    screen,
    foot: html`${helpOnScreen ? '' : supportFold(reader, { open: helpIsOpen })}
      <p>${say.notWatched}</p>
      ${checkIn === null ? '' : attribution(reader, checkIn)}
      ${at === undefined ? '' : languageSwitch(reader, at)}
      ${reader.kiosk ? putAway(reader) : ''}`,
    script: reader.kiosk && at !== undefined ? { ...say.status, handBack: at.base } : say.status,
  });
}

/** The script goes to the neutral site straight away, and ends the pass on the way. */
function leaving({ say, wayOut }: Reader): Markup {
  return html`<a class="leave" id="leave" href="${wayOut}" data-away="${NEUTRAL_SITE}" rel="noreferrer"
    >${say.leave}</a
  >`;
}

function attribution({ say }: Reader, checkIn: OpenCheckIn): Markup {
  if (checkIn.kind === 'form') {
    return html`<p class="small" data-asked>${say.madeByPractice(checkIn.form.title)}</p>`;
  }
  const { title, shortTitle, licence } = checkIn.instrument;
  return html`<p class="small" lang="en" data-asked>${title} (${shortTitle}). ${licence.attribution}</p>`;
}

/**
 * What the script puts in place of the questions on a device that nobody touches, while answers wait
 * for a connection.
 */
function putAway({ say }: Reader): Markup {
  return html`<template id="put-away">
    <h1 id="heading" tabindex="-1">${say.thanks.handBack}</h1>
    <p>${say.offline.putAway}</p>
  </template>`;
}

function languageSwitch(
  { language, say }: Reader,
  { base, path, takesWords = false }: NonNullable<ClientPage['at']>,
): Markup {
  const other = language === 'english' ? 'spanish' : 'english';
  if (takesWords) {
    return html`<p>
      <button class="quiet" form="${ANSWER_FORM}" name="answer" value="in-${other}" lang="${LANGUAGE_TAGS[other]}">
        ${say.otherLanguage}
      </button>
    </p>`;
  }
  return html`<form method="post" action="${base}/language" data-step>
    <input type="hidden" name="at" value="${path.slice(base.length)}" />
    <button class="quiet" name="to" value="${other}" lang="${LANGUAGE_TAGS[other]}">
      ${say.otherLanguage}
    </button>
  </form>`;
}
