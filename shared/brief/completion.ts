import type { CheckIn, Completion } from '../contracts/brief.ts';
import { addDays, type CalendarDate, daysBetween } from '../contracts/calendar.ts';

/** How many days back a brief counts what was sent; as the brief's facts say. */
export const CHECK_IN_DAYS = 90;

/**
 * How the check-ins went on a day, of those that facts read on that or a later day hold. One that is
 * due on that very day is not yet missed. An unfinished one is also missed or outstanding: half an
 * answer does not make it done. What has not reached the client is neither, and is counted apart.
 */
export function completionOn(
  checkIns: readonly CheckIn[],
  day: CalendarDate,
  readOn: CalendarDate,
): Completion {
  const newestFirst = checkIns.toSorted((one, other) => daysBetween(one.dueOn, other.dueOn));
  const sent = newestFirst.filter(({ reached = true }) => reached);
  const open = sent.filter(({ completedAt }) => completedAt === null);
  return {
    since: addDays(readOn, -CHECK_IN_DAYS),
    sent: sent.length,
    completed: sent.length - open.length,
    missed: open.filter(({ dueOn }) => daysBetween(dueOn, day) > 0),
    unfinished: open.filter(
      ({ openedAt, answeredItems }) => openedAt !== null && answeredItems > 0,
    ),
    outstanding: open.filter(({ dueOn }) => daysBetween(dueOn, day) <= 0),
    undelivered: newestFirst.filter((checkIn) => !sent.includes(checkIn)),
  };
}
