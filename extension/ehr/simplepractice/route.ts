import type { Route } from '../page-kind.ts';
import {
  APPOINTMENT_PATH,
  CALENDAR_PATH,
  CLIENT_LIST_PATH,
  CLIENT_NOTE_PATH,
  CLIENT_PATH,
  SIGN_IN_PATH,
} from './selectors.ts';

/** The route of a path in SimplePractice. */
export function routeOf(path: string): Route {
  if (SIGN_IN_PATH.test(path)) return 'signIn';
  if (CALENDAR_PATH.test(path)) return 'calendar';
  if (CLIENT_LIST_PATH.test(path)) return 'clientList';
  if (APPOINTMENT_PATH.test(path) || CLIENT_NOTE_PATH.test(path)) return 'note';
  return CLIENT_PATH.test(path) ? 'client' : 'other';
}
