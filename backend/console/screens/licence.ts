import { html } from 'hono/html';
import type { PracticeMeasure } from '#backend/care/practice-care.ts';
import type { Licence } from '#shared/contracts/licence.ts';
import type { Provenance } from '#shared/contracts/provenance.ts';
import type { Markup } from '../../pages/page.ts';
import { sourceLinks } from '../source-links.ts';
import { signed, standingInWords } from './measures.ts';

/** What the page of one licence depends on. */
export interface LicenceScreen {
  readonly of: PracticeMeasure;
  /** Whether who looks may decide for the practice. */
  readonly decides: boolean;
  /** Why the last try failed; null on the first. */
  readonly problem: string | null;
}

const EVIDENCE = {
  direct: 'A statement for the measure itself was read.',
  secondary: 'It is quoted by somebody else.',
  family: 'A statement for the family of measures was read.',
  recalled: 'It was not read.',
} as const satisfies Record<Licence['evidence'], string>;

const PROVENANCE = {
  seen: '',
  recalled: 'Recalled: to be verified in the source.',
  proposal: 'Our proposal.',
  unsettled: 'Sources contradict each other.',
} as const satisfies Record<Provenance, string>;

/** The licence of one measure, and what the practice has decided about it. */
export function licenceScreen({ of, decides, problem }: LicenceScreen): Markup {
  const { measure } = of;
  return html`<h1>${measure.shortTitle}: licence</h1>
    <p class="soft">${measure.title}</p>
    <p>${standingInWords(of)}</p>
    ${problem === null ? '' : html`<p class="note refused" role="alert">${problem}</p>`}
    ${mayConfirm(of, decides) ? toConfirm(of) : termsOf(of)}
    ${decision(of, decides)} ${withdrawals(of)}
    <a href="/measures">All measures</a>`;
}

/** All that is known of the terms, as it is read before anything is confirmed. */
function termsOf({ measure, terms }: PracticeMeasure): Markup {
  const { evidence, provenance } = measure.licence;
  return html`<dl class="terms">
    <dt>Terms</dt>
    <dd>${sourceLinks(terms.permission)}</dd>
    <dt>What the client reads with it</dt>
    <dd>${sourceLinks(terms.attribution)}</dd>
    <dt>How well this is known</dt>
    <dd>${EVIDENCE[evidence]} ${PROVENANCE[provenance]}</dd>
    <dt>Sources</dt>
    <dd>
      <ul class="plain">
        ${terms.sources.map((source) => html`<li>${sourceLinks(source)}</li>`)}
      </ul>
    </dd>
  </dl>`;
}

function mayConfirm({ measure, confirmed }: PracticeMeasure, decides: boolean): boolean {
  return decides && measure.licence.use === 'practiceConfirms' && confirmed === null;
}

function decision(of: PracticeMeasure, decides: boolean): Markup | '' {
  const { measure, confirmed, confirmedEarlier, sendability } = of;
  if (measure.licence.use !== 'practiceConfirms') return '';
  if (!decides) {
    return html`<p class="note">An admin of the practice decides about this licence.</p>`;
  }
  const standing = confirmed ?? confirmedEarlier;
  return html`${standing === null ? '' : toWithdraw(measure.id, signed(standing))}
  ${
    sendability === 'wordingAbsent'
      ? html`<p class="note">
          A confirmation alone does not make it sendable: its wording is not at hand yet.
        </p>`
      : ''
  }`;
}

/** A dialog that needs no script: it stands open in the page, and the tick is the second step. */
function toConfirm(of: PracticeMeasure): Markup {
  const { measure, terms, termsHash } = of;
  return html`<dialog open class="decision" aria-labelledby="decision">
    <h2 id="decision">Confirm the practice’s right to ${measure.shortTitle}</h2>
    ${termsOf(of)}
    <p>What is confirmed, by you and for the whole practice, with your name and today’s date:</p>
    <blockquote>${terms.statement}</blockquote>
    <form method="post" action="/measures/${measure.id}/confirm" class="decide">
      <input type="hidden" name="terms" value="${termsHash}" />
      <label class="tick">
        <input type="checkbox" name="agreed" value="yes" required />
        I confirm this.
      </label>
      <button class="main">Confirm for the practice</button>
    </form>
    <p class="small soft">
      If the terms change, they are asked about again. Throughline gives no legal advice: when in
      doubt, ask the owner or counsel first.
    </p>
  </dialog>`;
}

/** Who took back what, and when: also after somebody has confirmed it again. */
function withdrawals({ withdrawn }: PracticeMeasure): Markup | '' {
  if (withdrawn.length === 0) return '';
  return html`<section class="group">
    <h2>Confirmations that were withdrawn</h2>
    <ul class="plain">
      ${withdrawn.map(
        (one) =>
          html`<li>Confirmed by ${signed(one.confirmed)}, withdrawn by ${signed(one.withdrawn)}.</li>`,
      )}
    </ul>
  </section>`;
}

function toWithdraw(id: string, by: string): Markup {
  return html`<form method="post" action="/measures/${id}/withdraw" class="decide">
    <p>
      Confirmed by ${by}. Withdrawing it means that the measure is sent no more; links that were sent
      before still open until they run out.
    </p>
    <button>Withdraw the confirmation</button>
  </form>`;
}
