import { CHECK_IN_DAYS } from '#shared/brief/completion.ts';
import type { Brief, CheckIn, Completion } from '#shared/contracts/brief.ts';
import { instrument } from '#shared/instruments/registry.ts';
import { dateSeenFrom } from '#shared/words/moments.ts';
import { nameOfSent } from '#shared/words/own-names.ts';

/** What a check-in is named by and dated from. */
type Told = Pick<Brief, 'asOfDate' | 'ownForms'>;

/**
 * How many were done of those that could be: one that is not yet due is not one left undone, and one
 * that never reached the client is nobody's silence.
 */
export function doneInWords({ sent, completed, missed, undelivered }: Completion): string {
  const expected = completed + missed.length;
  const done =
    expected > 0
      ? `${completed} of ${expected} done`
      : `none was ${sent > 0 ? 'due yet' : undelivered.length > 0 ? 'delivered' : 'sent'}`;
  const apart = undelivered.length > 0 ? `, ${undelivered.length} not delivered` : '';
  return `${done} in the last ${CHECK_IN_DAYS} days${apart}`;
}

/** `PHQ-9, sent 12 Nov: `. */
function sentInWords({ instrumentId, sentOn }: CheckIn, { asOfDate, ownForms }: Told): string {
  return `${nameOfSent(ownForms, instrumentId)}, sent ${dateSeenFrom(sentOn, asOfDate)}: `;
}

/** Begun and not finished. Items can be skipped, so only their number is said, not a place. */
export function unfinishedInWords(checkIn: CheckIn, told: Told): string {
  const { instrumentId, answeredItems } = checkIn;
  const own = told.ownForms.find((form) => form.instrumentId === instrumentId);
  const items = own?.questions ?? instrument(instrumentId)?.items.length;
  const of = items === undefined ? '' : ` of ${items}`;
  return `${sentInWords(checkIn, told)}opened, ${answeredItems}${of} items answered, not sent.`;
}

/** Past its day without a full answer. */
export function missedInWords(checkIn: CheckIn, told: Told): string {
  const opened = checkIn.openedAt === null ? 'not opened' : 'opened, not answered';
  return `${sentInWords(checkIn, told)}${opened}, was due ${dateSeenFrom(checkIn.dueOn, told.asOfDate)}.`;
}

/** Not yet due. */
export function outstandingInWords(checkIn: CheckIn, told: Told): string {
  return `${sentInWords(checkIn, told)}due ${dateSeenFrom(checkIn.dueOn, told.asOfDate)}.`;
}

/** Never reached the client. */
export function undeliveredInWords(checkIn: CheckIn, told: Told): string {
  return `${sentInWords(checkIn, told)}not delivered.`;
}
