import type { PageKind } from '#shared/contracts/reading.ts';
import {
  APPOINTMENT_PATH,
  CALENDAR,
  CALENDAR_PATH,
  CLIENT_LINK,
  CLIENT_LIST_PATH,
  CLIENT_NOTE_PATH,
  CLIENT_PATH,
  SIGN_IN_PATH,
} from './selectors.ts';

/** What a URL promises; what is really there is decided by the structure. */
export type Route = 'signIn' | 'calendar' | 'clientList' | 'client' | 'note' | 'other';

/** The route of a path in SimplePractice. */
export function routeOf(path: string): Route {
  if (SIGN_IN_PATH.test(path)) return 'signIn';
  if (CALENDAR_PATH.test(path)) return 'calendar';
  if (CLIENT_LIST_PATH.test(path)) return 'clientList';
  if (APPOINTMENT_PATH.test(path) || CLIENT_NOTE_PATH.test(path)) return 'note';
  return CLIENT_PATH.test(path) ? 'client' : 'other';
}

/** What must stand on a page that concerns no client, for its URL to be believed. */
const WITNESSES: Readonly<Partial<Record<Route, { kind: PageKind; selector: string }>>> = {
  signIn: { kind: 'signedOut', selector: 'input[type="password"]' },
  calendar: { kind: 'calendar', selector: CALENDAR },
  clientList: { kind: 'clientList', selector: CLIENT_LINK },
};

/** The kind of a page that concerns no client: the URL's promise with one witness for it. */
export function kindWithoutClient(route: Route, doc: Document): PageKind {
  const witness = WITNESSES[route];
  if (witness === undefined) return 'other';
  return doc.querySelector(witness.selector) === null ? 'unknown' : witness.kind;
}
