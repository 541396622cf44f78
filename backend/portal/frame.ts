import { html } from 'hono/html';
import type { Instrument } from '#shared/contracts/instrument.ts';
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
  /** Null where no measure is shown. */
  readonly instrument: Instrument | null;
  /** True where the screen itself says how to get help, so that it is not there twice. */
  readonly helpOnScreen?: boolean;
}): Markup {
  return page({
    title: TITLE,
    top: html`<span class="name">Check-in</span>
      <a class="leave" id="leave" href="${NEUTRAL_SITE}" rel="noreferrer">Leave this page</a>`,
    screen: parts.screen,
    foot: html`${parts.helpOnScreen === true ? '' : supportFold()}
      <p>
        Your answers are not watched around the clock. Your therapist reads them, usually before
        your next session.
      </p>
      ${parts.instrument === null ? '' : attribution(parts.instrument)}`,
    script: true,
  });
}

function attribution({ title, shortTitle, licence }: Instrument): Markup {
  return html`<p class="small">${title} (${shortTitle}). ${licence.attribution}</p>`;
}
