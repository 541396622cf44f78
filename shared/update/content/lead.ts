import type { Brief } from '../../contracts/brief.ts';
import { dateInZone } from '../../contracts/calendar.ts';
import { type Piece, piece } from '../piece.ts';
import type { Teller } from './teller.ts';

/** A client with no more scores than this per measure is at the beginning. */
const FIRST_MEASURES = 2;

/** The opening sentence: what is reported and since when. */
export function lead(teller: Teller): Piece[] {
  return piece('report', 'kept', leadText(teller));
}

function leadText({ brief, language }: Teller): string {
  const { measures, forms, lastLookedAt, timeZone, completion, sessionOn } = brief;
  const { lead: words, days } = language;
  // A version that this build doesn't hold may have left a form without a line.
  const newest = measures[0]?.latest ?? forms[0]?.answered.at(-1);
  if (newest === undefined) {
    if (brief.ownForms.some(({ answered }) => answered.length > 0)) return words.ownFormsOnly;
    return completion.sent === 0 ? words.nothingSent : words.nothingReceived;
  }
  if (sessionOn !== null) return words.session(days.full(sessionOn));
  if (!hasNews(brief)) return words.nothingNewSince(days.full(newest.on));
  if (measures.every(({ totalCount }) => totalCount <= FIRST_MEASURES)) return words.first;
  if (lastLookedAt === null) return words.toDate;
  const since = days.full(dateInZone(lastLookedAt, timeZone));
  const allNew = measures.every(({ scores }) => scores.some(({ isNew }) => isNew));
  return allNew ? words.since(since) : words.withNewsSince(since);
}

function hasNews({ measures, forms }: Brief): boolean {
  return (
    measures.some(({ scores }) => scores.some(({ isNew }) => isNew)) ||
    forms.some(({ answered }) => answered.some(({ isNew }) => isNew))
  );
}
