import { html } from 'hono/html';
import type { OpenCheckIn } from '#backend/care/client-care.ts';
import { type Markup, page } from '../pages/page.ts';
import { supportFold } from './support.ts';

/** Where "Leave this page" leads: a page that anybody might have open. */
export const NEUTRAL_SITE = 'https://www.weather.gov/';

/** The title of every page of the client's: it stands in the phone's history and tab list. */
const TITLE = 'Check-in';

/**
 * A page of the client's: a way out at the top, support within reach at the bottom, and the words
 * that the measure's owner asks for.
 */
export function clientPage(parts: {
  readonly screen: Markup;
  /** What is asked; null where nothing is. */
  readonly checkIn: OpenCheckIn | null;
  /** True where the screen itself says how to get help, so that it is not there twice. */
  readonly helpOnScreen?: boolean;
  /** Stands above everything, where somebody else looks at the page. */
  readonly notice?: Markup;
}): Markup {
  return page({
    title: TITLE,
    top: html`${parts.notice ?? ''}<span class="name">Check-in</span>
      <a class="leave" id="leave" href="${NEUTRAL_SITE}" rel="noreferrer">Leave this page</a>`,
    screen: parts.screen,
    foot: html`${parts.helpOnScreen === true ? '' : supportFold()}
      <p>
        Your answers are not watched around the clock. Your therapist reads them, usually before
        your next session.
      </p>
      ${parts.checkIn === null ? '' : attribution(parts.checkIn)}`,
    script: true,
  });
}

function attribution(checkIn: OpenCheckIn): Markup {
  if (checkIn.kind === 'form') {
    return html`<p class="small">“${checkIn.form.title}”, put together by your practice.</p>`;
  }
  const { title, shortTitle, licence } = checkIn.instrument;
  return html`<p class="small">${title} (${shortTitle}). ${licence.attribution}</p>`;
}
