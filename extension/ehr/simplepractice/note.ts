import type { PageReading } from '#shared/contracts/reading.ts';
import type { FoundField } from '../contract.ts';
import { visibleText } from '../fields/visible-text.ts';
import { displayedName } from '../people/several.ts';
import { LOCKED_BY, SIGNED_BY, TEMPLATE_PICKER } from './selectors.ts';

/** What can be said about the note of an appointment page; null when there is no sign of one. */
export function readNote(doc: Document, fields: readonly FoundField[]): PageReading['note'] {
  const picker = doc.querySelector(TEMPLATE_PICKER);
  const template = displayedName(picker?.textContent);
  if (fields.length > 0) return { template, type: null, state: 'editable' };
  if (picker !== null) return { template, type: null, state: 'unknown' };
  // After locking, the editors are gone: their absence must read as "locked", not as "changed".
  const words = visibleText(doc.body, 'nav, footer, button');
  if (SIGNED_BY.test(words)) return { template, type: null, state: 'signed' };
  return LOCKED_BY.test(words) ? { template, type: null, state: 'locked' } : null;
}
