import type { Route } from '../page-kind.ts';
import {
  CALENDAR_PATH,
  CLIENT_LIST_PATH,
  CLIENT_PATH,
  EVENT_PATH,
  SIGN_IN_PATH,
} from './selectors.ts';

/** The route of a path in Sessions Health. */
export function routeOf(path: string): Route {
  if (SIGN_IN_PATH.test(path)) return 'signIn';
  if (CALENDAR_PATH.test(path)) return 'calendar';
  if (CLIENT_LIST_PATH.test(path)) return 'clientList';
  if (EVENT_PATH.test(path)) return 'note';
  return CLIENT_PATH.test(path) ? 'client' : 'other';
}
