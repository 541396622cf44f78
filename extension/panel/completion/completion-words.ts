import { CHECK_IN_DAYS } from '#shared/brief/completion.ts';
import type { Brief, CheckIn, Completion } from '#shared/contracts/brief.ts';
import { instrument } from '#shared/instruments/registry.ts';
import { dateSeenFrom } from '#shared/words/moments.ts';
import { nameOfSent } from '#shared/words/own-names.ts';

/** What a check-in is named by and dated from. */
type Told = Pick<Brief, 'asOfDate' | 'ownForms'>;

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
  { asOfDate: today, ownForms }: Told,
): string {
  const own = ownForms.find((form) => form.instrumentId === instrumentId);
  const items = own?.questions ?? instrument(instrumentId)?.items.length;
  const of = items === undefined ? '' : ` of ${items}`;
  return `${nameOfSent(ownForms, instrumentId)}, sent ${dateSeenFrom(sentOn, today)}: opened, ${answeredItems}${of} items answered, not sent.`;
}

/** Past its day without a full answer. */
export function missedInWords(
  { instrumentId, sentOn, dueOn, openedAt }: CheckIn,
  { asOfDate: today, ownForms }: Told,
): string {
  const opened = openedAt === null ? 'not opened' : 'opened, not answered';
  return `${nameOfSent(ownForms, instrumentId)}, sent ${dateSeenFrom(sentOn, today)}: ${opened}, was due ${dateSeenFrom(dueOn, today)}.`;
}

/** Not yet due. */
export function outstandingInWords(
  { instrumentId, sentOn, dueOn }: CheckIn,
  { asOfDate: today, ownForms }: Told,
): string {
  return `${nameOfSent(ownForms, instrumentId)}, sent ${dateSeenFrom(sentOn, today)}: due ${dateSeenFrom(dueOn, today)}.`;
}
