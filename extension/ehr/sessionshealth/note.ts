import type { PageReading } from '#shared/contracts/reading.ts';
import type { FoundField } from '../contract.ts';
import { NOTE_ALIASES } from '../fields/aliases.ts';
import { findFields } from '../fields/find-fields.ts';
import { headingsIn } from '../fields/headings.ts';
import { visibleText } from '../fields/visible-text.ts';
import { isUnderstood, noteTypeOf } from '../notes/note-type.ts';
import { displayedName } from '../people/several.ts';
import {
  DECOY_HEADING,
  DECOYS,
  NOTE_TITLE,
  NOTE_TYPES,
  PSYCHOTHERAPY,
  SIGNED_BY,
  WHOLE_NOTE,
} from './selectors.ts';

/** What the page of an appointment says of its note. */
export interface EventNote {
  readonly note: NonNullable<PageReading['note']>;
  /** Empty where the note can't be written to or its words are not understood. */
  readonly fields: readonly FoundField[];
}

/** Menus, buttons and what stands under the page. */
const NOT_STATED = 'nav, footer, button';

/** Reads the note of an appointment's page. */
export function readNote(doc: Document): EventNote {
  const fields = findFields(doc, {
    decoys: DECOYS,
    decoyHeading: DECOY_HEADING,
    noteTitle: NOTE_TITLE,
    psychotherapy: PSYCHOTHERAPY,
    aliases: NOTE_ALIASES,
    wholeNote: WHOLE_NOTE,
  });
  const [title] = headingsIn(doc, DECOYS, NOTE_TITLE);
  const template = displayedName(title?.text);
  const type = noteTypeOf([template], NOTE_TYPES);
  if (fields.length > 0 && isUnderstood(fields, [template], NOTE_TITLE)) {
    return { note: { template, type, state: 'editable' }, fields };
  }
  // Editors that are gone mean a signed note only where the page says so.
  const isSigned = fields.length === 0 && SIGNED_BY.test(visibleText(doc.body, NOT_STATED));
  return { note: { template, type, state: isSigned ? 'signed' : 'unknown' }, fields: [] };
}
