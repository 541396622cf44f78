import type { ScheduleEntry } from '#shared/contracts/reading.ts';
import { readFullCalendar } from '../schedule/full-calendar.ts';
import { CALENDAR_TITLE, EVENT, EVENT_NAME, ONE_DAY } from './selectors.ts';

/** Who comes on the day that the calendar shows; nobody on any other view of it. */
export function readSchedule(doc: Document): ScheduleEntry[] {
  return readFullCalendar(doc, {
    title: CALENDAR_TITLE,
    oneDay: ONE_DAY,
    event: EVENT,
    who: (event) => event.getAttribute(EVENT_NAME),
  });
}
