import type { CalendarDate } from '#shared/contracts/calendar.ts';
import type { PageReading } from '#shared/contracts/reading.ts';
import type { FoundField } from '../contract.ts';
import { headingsIn } from '../fields/headings.ts';
import { visibleText } from '../fields/visible-text.ts';
import { isUnderstood, noteTypeOf } from '../notes/note-type.ts';
import { birthDatesIn } from '../people/dates.ts';
import { displayedName } from '../people/several.ts';
import { DECOYS, NOT_STATED, NOTE_DATE, NOTE_TITLE, NOTE_TYPES, SIGNED_BY } from './selectors.ts';

/** What the page says of a note whose form is known to be there. */
export function readNote(
  doc: Document,
  fields: readonly FoundField[],
): { note: NonNullable<PageReading['note']>; date: CalendarDate | null } {
  const [title] = headingsIn(doc, DECOYS, NOTE_TITLE);
  const words = visibleText(doc.body, NOT_STATED);
  const { dates } = birthDatesIn(words, NOTE_DATE);
  const template = displayedName(title?.text);
  const isClear = fields.length === 0 || isUnderstood(fields, [template], NOTE_TITLE);
  const state = isClear ? stateOf(words, fields) : 'unknown';
  return {
    note: { template, type: noteTypeOf([template], NOTE_TYPES), state },
    date: dates.length === 1 ? (dates[0] ?? null) : null,
  };
}

function stateOf(words: string, fields: readonly FoundField[]): 'editable' | 'signed' | 'unknown' {
  if (fields.length > 0) return 'editable';
  return SIGNED_BY.test(words) ? 'signed' : 'unknown';
}
