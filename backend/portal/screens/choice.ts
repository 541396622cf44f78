import { html } from 'hono/html';
import { SkipReason } from '#shared/contracts/client-page.ts';
import type { Markup } from '../../pages/page.ts';
import type { Reader } from '../reader.ts';

/** One choice of a question. */
export interface Choice {
  readonly value: number;
  readonly label: string;
  /** What the form prints at this end of a row of bare numbers; null elsewhere. */
  readonly pole: string | null;
  /** It is the answer that is saved. */
  readonly chosen: boolean;
  /** It calls for support. */
  readonly positive: boolean;
}

/** A choice as a button of its own line: one tap answers. */
export function choice({ say }: Reader, { value, label, pole, chosen, positive }: Choice): Markup {
  const mark = positive ? html` data-support` : '';
  return html`<button name="answer" value="${value}" class="${chosen ? 'chosen' : ''}"${mark}>
    <span>${label}${pole === null ? '' : html` <span class="soft">${pole}</span>`}</span>${chosen ? html`<span class="mark">${say.question.yourAnswer}</span>` : ''}
  </button>`;
}

/** The way past a question; `given` says what it would do to an answer. */
export function skip({ say }: Reader, given: number | string | null | undefined): Markup {
  return html`<button class="quiet" name="answer" value="skip" formnovalidate>
    ${given === null ? say.question.staysSkipped : say.question.skip}
  </button>`;
}

/** The same with a reason, folded up: nobody has to give one. */
export function skipAndSayWhy({ say }: Reader): Markup {
  return html`<details class="why">
    <summary>${say.question.sayWhy}</summary>
    <div class="choices">
      ${SkipReason.options.map(
        (reason) =>
          html`<button class="quiet" name="answer" value="skip-${reason}">
            ${say.question.reasons[reason]}
          </button>`,
      )}
    </div>
  </details>`;
}
