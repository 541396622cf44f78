import { html } from 'hono/html';
import type { Markup } from '../pages/page.ts';

/** Why what was typed can't be saved, by the id of the field that the reason stands beside. */
export type Problems = ReadonlyMap<string, string>;

/** One field of a page: its name is also its id, and what its problem is found by. */
export interface Field {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly problems: Problems;
  /** Where the page leads to. */
  readonly focus: string | null;
  readonly kind?: 'text' | 'number' | 'lines';
  /** What it is for, below it. */
  readonly hint?: string;
}

/** A field with its label, and what is wrong with it beside it. */
export function field({ name, label, value, problems, focus, kind = 'text', hint }: Field): Markup {
  const said = html`${describedBy(name, problems, hint !== undefined)}
  ${focus === name ? html`autofocus` : ''}`;
  return html`<div class="field">
    <label for="${name}">${label}</label>
    ${problemOf(name, problems)}
    ${
      kind === 'lines'
        ? html`<textarea id="${name}" name="${name}" rows="${rowsFor(value)}" ${said}>
${value}</textarea
          >`
        : html`<input id="${name}" name="${name}" value="${value}" autocomplete="off" ${kind === 'number' ? html`inputmode="numeric"` : ''} ${said} />`
    }
    ${hint === undefined ? '' : html`<p class="small soft" id="${name}-hint">${hint}</p>`}
  </div>`;
}

/** What ties a control to what is said beside it: its problem, then its `-hint`. */
export function describedBy(name: string, problems: Problems, hasHint: boolean): Markup | '' {
  const isRefused = problems.has(name);
  const said = [...(isRefused ? [`${name}-problem`] : []), ...(hasHint ? [`${name}-hint`] : [])];
  if (said.length === 0) return '';
  return html`${isRefused ? html`aria-invalid="true"` : ''} aria-describedby="${said.join(' ')}"`;
}

/** All that was typed is in sight, up to a dozen lines. */
function rowsFor(value: string): number {
  return Math.min(12, Math.max(2, value.split('\n').length));
}

/** What is wrong with a field or a group, for its `aria-describedby`. */
export function problemOf(name: string, problems: Problems): Markup | '' {
  const problem = problems.get(name);
  return problem === undefined
    ? ''
    : html`<p class="note refused small" id="${name}-problem">${problem}</p>`;
}
