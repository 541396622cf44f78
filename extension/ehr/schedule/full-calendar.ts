import type { ScheduleEntry } from '#shared/contracts/reading.ts';
import { visibleText } from '../fields/visible-text.ts';
import { scheduleOf } from './entries.ts';

/** What is assumed of a FullCalendar, the widget that several EHRs draw their calendar with. */
export interface FullCalendarRules {
  /** Says which days are shown. */
  readonly title: string;
  /** The words of a title that names one single day. */
  readonly oneDay: RegExp;
  /** One appointment. */
  readonly event: string;
  /** Who comes: the name as an appointment's block states it; null when it states none. */
  who(event: Element): string | null;
}

/** Everything of a calendar that is no text of a page's own. */
const NOT_STATED = 'script';

/** The appointments of a day view; none of a week's or a month's, which is nobody's day. */
export function readFullCalendar(doc: Document, rules: FullCalendarRules): ScheduleEntry[] {
  const [title, ...others] = [...doc.querySelectorAll(rules.title)].map((element) =>
    visibleText(element, NOT_STATED),
  );
  if (title === undefined || others.length > 0 || !rules.oneDay.test(title)) return [];
  const shown = [...doc.querySelectorAll(rules.event)].filter((event) =>
    event.checkVisibility({ visibilityProperty: true }),
  );
  return scheduleOf(
    shown.map((event) => ({
      who: rules.who(event),
      when: visibleText(event, NOT_STATED),
      several: false,
    })),
  );
}
