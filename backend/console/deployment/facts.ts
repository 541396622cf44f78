import { html } from 'hono/html';
import { updateAddress } from '#backend/deploy/releases/addresses.ts';
import { Channel } from '#backend/deploy/releases/book.ts';
import type { Markup } from '../../pages/page.ts';
import { breakable } from './breakable.ts';
import { offeredInWords } from './offered-words.ts';
import type { ServerFacts } from './server-facts.ts';
import { CHOICES, SETTING_WORDS } from './setting-words.ts';

/** What this server knows by itself, and what is in the way of rolling out. */
export function factsSection(facts: ServerFacts): Markup {
  const { server, book } = facts;
  return html`<section class="group" aria-labelledby="known">
    <h2 id="known">What this server knows</h2>
    <dl class="terms">
      <dt>${SETTING_WORDS.backendAddress.label}</dt>
      <dd>
        ${server}
        <p class="small soft">
          ${SETTING_WORDS.backendAddress.does} It is set with THROUGHLINE_PUBLIC_URL where the server runs.
        </p>
      </dd>
      <dt>Id of the extension</dt>
      <dd>${book === null ? 'Not known: no release is packed' : book.extensionId}</dd>
      ${Channel.options.map(
        (channel) => html`<dt>Update address, ${CHOICES.updateChannel[channel]}</dt>
          <dd>
            ${breakable(updateAddress(server, channel))}
            ${book === null ? '' : html`<p class="small soft">Offers ${offeredInWords(book.channels[channel]).join(', ')}.</p>`}
          </dd>`,
      )}
    </dl>
    ${warnings(facts)}
  </section>`;
}

/** An address that only the computer itself can reach. */
const LOOPBACK = /^http:\/\/127\.0\.0\.1(:|$)/;

function warnings({ server, missing }: ServerFacts): readonly Markup[] {
  const local = html`<p class="note refused">
    The server address works on the server’s own computer alone. Set THROUGHLINE_PUBLIC_URL before you
    roll anything out.
  </p>`;
  const empty = html`<p class="note refused">
    ${
      missing === 'noReleases'
        ? 'No release is packed yet, so browsers find nothing to install.'
        : 'The list of releases can’t be read, so browsers find nothing to install. The server’s log says why.'
    }
    See “2. Releases” in the guide.
  </p>`;
  return [...(LOOPBACK.test(server) ? [local] : []), ...(missing === null ? [] : [empty])];
}
