import { headingsIn } from '../fields/headings.ts';
import { queryOpen } from '../fields/open-roots.ts';
import { DECOYS, NOTE_HEADING, RICH_TEXT } from './selectors.ts';

/** How many known headings make a note form when no rich text is there. */
const ENOUGH_HEADINGS = 2;

/**
 * Whether a note form is on the page, wherever that is: a note's address is not publicly known, so
 * it is recognised by what only a note has.
 */
export function hasNoteForm(doc: Document): boolean {
  if (doc.querySelector(RICH_TEXT) !== null) return true;
  return (
    headingsIn(doc, DECOYS, NOTE_HEADING).length >= ENOUGH_HEADINGS ||
    queryOpen(doc, RICH_TEXT).length > 0
  );
}
