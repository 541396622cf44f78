import type { PageKind } from '#shared/contracts/reading.ts';
import { headingsIn } from '../fields/headings.ts';
import { queryOpen } from '../fields/open-roots.ts';
import {
  CHART_PATH,
  DECOYS,
  NOTE_HEADING,
  NOTE_PATH,
  PATIENT_LIST,
  PATIENT_LIST_PATH,
  RICH_TEXT,
  SCHEDULING_PATH,
  SIGN_IN_FORM,
  SIGN_IN_PATH,
} from './selectors.ts';

/** What a URL promises. A note may appear on any route but signing in, list and calendar. */
export type Route = 'signIn' | 'calendar' | 'clientList' | 'chart' | 'note' | 'other';

/** How many known headings make a note form when no rich text is there. */
const ENOUGH_HEADINGS = 2;

/** The route of a path in TherapyNotes. */
export function routeOf(path: string): Route {
  if (SIGN_IN_PATH.test(path)) return 'signIn';
  if (SCHEDULING_PATH.test(path)) return 'calendar';
  if (PATIENT_LIST_PATH.test(path)) return 'clientList';
  if (CHART_PATH.test(path)) return 'chart';
  return NOTE_PATH.test(path) ? 'note' : 'other';
}

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

/** What must stand on a page that concerns no client, for its URL to be believed. */
const WITNESSES: Readonly<Partial<Record<Route, { kind: PageKind; selector: string }>>> = {
  signIn: { kind: 'signedOut', selector: SIGN_IN_FORM },
  calendar: { kind: 'calendar', selector: 'body' },
  clientList: { kind: 'clientList', selector: PATIENT_LIST },
};

/** The kind of a page on which neither a note nor a chart was recognised. */
export function kindWithoutClient(route: Route, doc: Document): PageKind {
  const witness = WITNESSES[route];
  if (witness === undefined) return route === 'other' ? 'other' : 'unknown';
  return doc.querySelector(witness.selector) === null ? 'unknown' : witness.kind;
}
