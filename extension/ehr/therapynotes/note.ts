import type { CalendarDate } from '#shared/contracts/calendar.ts';
import type { PageReading } from '#shared/contracts/reading.ts';
import type { FoundField } from '../contract.ts';
import { headingsIn } from '../fields/headings.ts';
import { visibleText } from '../fields/visible-text.ts';
import { birthDatesIn } from '../people/dates.ts';
import { displayedName } from '../people/several.ts';
import { DECOYS, NOTE_DATE, NOTE_TITLE, SIGNED_BY } from './selectors.ts';

/** Text that is no statement of the page about itself. */
const NOT_STATED = `${DECOYS}, textarea, [contenteditable], button, label`;

/** What the page says of a note whose form is known to be there. */
export function readNote(
  doc: Document,
  fields: readonly FoundField[],
): { note: NonNullable<PageReading['note']>; date: CalendarDate | null } {
  const [title] = headingsIn(doc, DECOYS, NOTE_TITLE);
  const words = visibleText(doc.body, NOT_STATED);
  const { dates } = birthDatesIn(words, NOTE_DATE);
  return {
    note: { template: displayedName(title?.text), type: null, state: stateOf(words, fields) },
    date: dates.length === 1 ? (dates[0] ?? null) : null,
  };
}

function stateOf(words: string, fields: readonly FoundField[]): 'editable' | 'signed' | 'unknown' {
  if (fields.length > 0) return 'editable';
  return SIGNED_BY.test(words) ? 'signed' : 'unknown';
}
