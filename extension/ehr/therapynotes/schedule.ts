import type { ScheduleEntry } from '#shared/contracts/reading.ts';
import { type StatedAppointment, scheduleOf } from '../schedule/entries.ts';
import { CALENDAR_HEADING, CANCELED, DAY_BUBBLE, DAY_VIEW, ONE_DAY, VIEW } from './selectors.ts';

/** Who comes, in an appointment's accessible name: everything from "for" on. */
const FROM_FOR = /\bfor (.+)$/su;
/** What TherapyNotes puts behind the name of an appointment of several people. */
const SEVERAL = /\s+(?:COUPLES|FAMILY|GROUP)$/;
/** A full stop that may belong to the name: behind an initial or "St". */
const MAY_GO_ON = /(?:^|\s)(?:\p{L}|st|mt)$/iu;

/** Who comes on the day that the schedule shows; nobody on any other view of it, or an unknown one. */
export function readSchedule(doc: Document, url: URL): ScheduleEntry[] {
  const view = VIEW.exec(url.hash)?.[1];
  if (view === undefined ? !isHeadedWithOneDay(doc) : view !== DAY_VIEW) return [];
  const bubbles = [...doc.querySelectorAll(DAY_BUBBLE)].filter(
    (bubble) => !bubble.matches(CANCELED) && isVisible(bubble),
  );
  return scheduleOf(
    bubbles.map((bubble) => appointmentIn(bubble.getAttribute('aria-label') ?? '')),
  );
}

/** A week may be headed with each of its days. */
function isHeadedWithOneDay(doc: Document): boolean {
  const days = [...doc.querySelectorAll(CALENDAR_HEADING)].filter(
    (heading) => ONE_DAY.test(heading.textContent.trim()) && isVisible(heading),
  );
  return days.length === 1;
}

function isVisible(element: Element): boolean {
  return element.checkVisibility({ visibilityProperty: true });
}

/** What "Therapy Session for Jordan M. Avery COUPLES. 8:00 AM to 8:50 AM." says. */
export function appointmentIn(label: string): StatedAppointment {
  const words = FROM_FOR.exec(label)?.[1] ?? '';
  const named = nameAt(words);
  const who = named.replace(SEVERAL, '');
  return {
    who: who === '' ? null : who,
    when: words.slice(named.length),
    several: who !== named,
  };
}

/** The name ends at the first full stop that is not an initial's in the middle of it. */
function nameAt(words: string): string {
  let end = words.search(/\.(?:\s|$)/u);
  while (end !== -1 && !words.slice(0, end).includes(',') && MAY_GO_ON.test(words.slice(0, end))) {
    const next = words.slice(end + 1).search(/\.(?:\s|$)/u);
    if (next === -1 || !/^\s\p{Lu}/u.test(words.slice(end + 1))) break;
    end += 1 + next;
  }
  return end === -1 ? '' : words.slice(0, end).trim();
}
