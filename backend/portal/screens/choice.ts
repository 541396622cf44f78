import { html } from 'hono/html';
import type { Markup } from '../../pages/page.ts';

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
export function choice({ value, label, pole, chosen, positive }: Choice): Markup {
  const mark = positive ? html` data-support` : '';
  return html`<button name="answer" value="${value}" class="${chosen ? 'chosen' : ''}"${mark}>
    <span>${label}${pole === null ? '' : html` <span class="soft">${pole}</span>`}</span>${chosen ? html`<span class="mark">Your answer</span>` : ''}
  </button>`;
}

/** The way past a question; `answered` says what it would do to an answer. */
export function skip(given: number | string | null | undefined): Markup {
  return html`<button class="quiet" name="answer" value="skip" formnovalidate>
    ${given === null ? 'Leave this question skipped' : 'Skip this question'}
  </button>`;
}
