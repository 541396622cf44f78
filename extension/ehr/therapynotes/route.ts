import type { Route } from '../page-kind.ts';
import {
  CHART_PATH,
  NOTE_PATH,
  PATIENT_LIST_PATH,
  SCHEDULING_PATH,
  SIGN_IN_PATH,
} from './selectors.ts';

/** The route of a path in TherapyNotes. A note may appear on any but signing in, list and calendar. */
export function routeOf(path: string): Route {
  if (SIGN_IN_PATH.test(path)) return 'signIn';
  if (SCHEDULING_PATH.test(path)) return 'calendar';
  if (PATIENT_LIST_PATH.test(path)) return 'clientList';
  if (CHART_PATH.test(path)) return 'client';
  return NOTE_PATH.test(path) ? 'note' : 'other';
}
