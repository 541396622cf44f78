import { html } from 'hono/html';
import type { StandIn } from '#backend/care/alerts/alert-care.ts';
import { TIER_WORDS } from '#shared/words/alerts.ts';
import type { Markup } from '../../pages/page.ts';
import { momentOf, type When } from './when.ts';

/** What somebody was told of others' clients, and whom to call: never empty, and no client is named. */
export function standInList(others: readonly StandIn[], when: When): Markup {
  return html`<section class="group">
    <h2>You were told of these</h2>
    <p>
      They are about clients who are not yours, and nobody has answered them. You can not open the charts:
      call whoever can.
    </p>
    <ul class="entries">
      ${others.map((one) => html`<li>${standInEntry(one, when)}</li>`)}
    </ul>
  </section>`;
}

function standInEntry({ tier, since, clinicians }: StandIn, when: When): Markup {
  const what =
    tier === null
      ? html`A risk answer on a form that was not sent, of`
      : html`<strong>${TIER_WORDS[tier]}</strong>: an alert of`;
  const names = clinicians.join(' and ');
  const whose = names === '' ? 'a client who is in nobody’s caseload' : `a client of ${names}`;
  const call =
    names === ''
      ? 'Call whoever leads the practice: somebody has to take the client over.'
      : `Call ${names} now.`;
  return html`<p>${what} ${whose} waits since ${momentOf(since, when)}. ${call}</p>`;
}
