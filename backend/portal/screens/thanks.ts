import { html } from 'hono/html';
import type { FinishedCheckIn } from '#backend/care/client-care.ts';
import type { Markup } from '../../pages/page.ts';
import { supportAfterAnswer, supportBlock } from '../support.ts';

/** The last screen: thanks, who reads it and when, and what to do if things get worse. */
export function thanks({ support }: FinishedCheckIn): Markup {
  return html`<h1 id="heading" tabindex="-1">Thank you. Your answers are saved and sent.</h1>
    ${support ? supportAfterAnswer({ more: false }) : ''}
    <ul class="plain">
      <li>Your therapist reads them, usually before your next session.</li>
      <li>Nobody watches them around the clock, so please don't wait for a reply here.</li>
      <li>
        If things get worse before then, call your therapist's office, or use the help on this page
        at any hour.
      </li>
    </ul>
    ${support ? '' : supportBlock()}
    <p class="soft">You can close this page now.</p>`;
}
