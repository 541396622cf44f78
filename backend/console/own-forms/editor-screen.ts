import { html } from 'hono/html';
import type { FormId } from '#shared/contracts/custom-form.ts';
import type { Markup } from '../../pages/page.ts';
import type { Problems } from '../field.ts';
import { field, problemOf } from '../field.ts';
import type { Draft } from './draft.ts';
import { WHOLE } from './faults.ts';
import { itemFields } from './item-fields.ts';

/** What the page of a draft depends on. */
export interface EditorScreen {
  readonly formId: FormId;
  readonly draft: Draft;
  readonly problems: Problems;
  /** Why nothing was saved, beside the problems of single fields; null when that is not so. */
  readonly refusal: string | null;
  readonly focus: string | null;
}

/** Most questions of a form. */
const MOST = 30;

/**
 * A form being composed. Every button sends the whole page and gets it back changed, so that it works
 * without a script; nothing is kept before "Save".
 */
export function editorScreen({ formId, draft, problems, refusal, focus }: EditorScreen): Markup {
  const { seenVersion, title, items } = draft;
  const count = items.length;
  return html`<h1>${seenVersion === 0 ? 'A new form' : 'Change the form'}</h1>
    ${refusal === null ? '' : html`<p class="note refused" role="alert">${refusal}</p>`}
    <form method="post" action="/forms/${formId}/edit" class="fields" autocomplete="off" novalidate>
      ${pressedByEnter()}
      <input type="hidden" name="version" value="${seenVersion}" />
      ${field({ name: 'title', label: 'Title', value: title, problems, focus })}
      <section class="fields" id="${WHOLE}" tabindex="-1" aria-label="Questions">
        ${problemOf(WHOLE, problems)}
        ${items.map((item, index) => itemFields({ item, number: index + 1, count, problems, focus }))}
      </section>
      ${count < MOST ? adding() : html`<p class="soft">A form takes up to ${MOST} questions.</p>`}
      <p class="small soft">
        An own form has no norm: there is no place for bands or a cut-off. No rule reads its answers,
        so don’t rely on it to tell you of danger.
      </p>
      <button class="main" name="do" value="save">Save</button>
    </form>
    <a href="${seenVersion === 0 ? '/forms' : `/forms/${formId}`}">Leave without saving</a>`;
}

/** The Enter key presses a form's first button: one that says what is missing and saves nothing. */
function pressedByEnter(): Markup {
  return html`<button class="hidden" name="do" value="check" tabindex="-1" aria-hidden="true">
    Check
  </button>`;
}

function adding(): Markup {
  return html`<div class="decide">
    <button name="do" value="add-rating">Add a rating</button>
    <button name="do" value="add-choice">Add a choice of answers</button>
    <button name="do" value="add-text">Add a short text</button>
  </div>`;
}
