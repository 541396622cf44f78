import { CHECK_IN_DAYS } from '#shared/brief/completion.ts';
import type { CheckIn, Completion } from '#shared/contracts/brief.ts';
import type { CalendarDate } from '#shared/contracts/calendar.ts';
import { instrument } from '#shared/instruments/registry.ts';
import { measureName } from '#shared/words/measures.ts';
import { dateSeenFrom } from '#shared/words/moments.ts';

/** How many were done of those that could be: one that is not yet due is not one left undone. */
export function doneInWords({ sent, completed, missed }: Completion): string {
  if (sent === 0) return `none was sent in the last ${CHECK_IN_DAYS} days`;
  const expected = completed + missed.length;
  return expected === 0
    ? `none was due yet in the last ${CHECK_IN_DAYS} days`
    : `${completed} of ${expected} done in the last ${CHECK_IN_DAYS} days`;
}

/** Begun and not finished. Items can be skipped, so only their number is said, not a place. */
export function unfinishedInWords(
  { instrumentId, sentOn, answeredItems }: CheckIn,
  today: CalendarDate,
): string {
  const items = instrument(instrumentId)?.items.length;
  const of = items === undefined ? '' : ` of ${items}`;
  return `${measureName(instrumentId)}, sent ${dateSeenFrom(sentOn, today)}: opened, ${answeredItems}${of} items answered, not sent.`;
}

/** Past its day without a full answer. */
export function missedInWords(
  { instrumentId, sentOn, dueOn, openedAt }: CheckIn,
  today: CalendarDate,
): string {
  const opened = openedAt === null ? 'not opened' : 'opened, not answered';
  return `${measureName(instrumentId)}, sent ${dateSeenFrom(sentOn, today)}: ${opened}, was due ${dateSeenFrom(dueOn, today)}.`;
}

/** Not yet due. */
export function outstandingInWords(
  { instrumentId, sentOn, dueOn }: CheckIn,
  today: CalendarDate,
): string {
  return `${measureName(instrumentId)}, sent ${dateSeenFrom(sentOn, today)}: due ${dateSeenFrom(dueOn, today)}.`;
}
