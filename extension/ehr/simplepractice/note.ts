import type { PageReading } from '#shared/contracts/reading.ts';
import type { FoundField } from '../contract.ts';
import { headingsIn } from '../fields/headings.ts';
import { visibleText } from '../fields/visible-text.ts';
import { isUnderstood, noteTypeOf } from '../notes/note-type.ts';
import { displayedName } from '../people/several.ts';
import {
  DECOYS,
  LOCKED_BY,
  NOTE_TITLE,
  NOTE_TYPES,
  PSYCHOTHERAPY,
  SIGNED_BY,
  TEMPLATE_PICKER,
} from './selectors.ts';

/** Menus, buttons and what stands under the page. */
const NOT_STATED = 'nav, footer, button';

type Note = NonNullable<PageReading['note']>;

/** What can be said about the note of an appointment page; null when there is no sign of one. */
export function readNote(doc: Document, fields: readonly FoundField[]): Note | null {
  const picker = doc.querySelector(TEMPLATE_PICKER);
  const template = displayedName(picker?.textContent);
  const titles = headingsIn(doc, DECOYS, NOTE_TITLE).map(({ text }) => text);
  const type = typeOf(template, titles, fields);
  const note = (state: Note['state']) => ({ template, type, state });
  if (fields.length > 0) {
    return note(isUnderstood(fields, [template, ...titles], NOTE_TITLE) ? 'editable' : 'unknown');
  }
  if (picker !== null) return note('unknown');
  // After locking, the editors are gone: their absence must read as "locked", not as "changed".
  const words = visibleText(doc.body, NOT_STATED);
  if (SIGNED_BY.test(words)) return note('signed');
  return LOCKED_BY.test(words) ? note('locked') : null;
}

/** A psychotherapy note beside the progress note does not make that one a psychotherapy note. */
function typeOf(
  template: string | null,
  titles: readonly string[],
  fields: readonly FoundField[],
): Note['type'] {
  const isSeparate = fields.length > 0 && fields.every(({ psychotherapy }) => psychotherapy);
  if (isSeparate) return 'psychotherapy';
  const own = titles.filter((title) => !PSYCHOTHERAPY.test(title));
  return noteTypeOf([template, ...own], NOTE_TYPES);
}
