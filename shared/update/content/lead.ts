import type { Brief } from '../../contracts/brief.ts';
import { dateInZone } from '../../contracts/calendar.ts';
import type { LeadWords } from '../language/language.ts';
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
  const source = words.source[sourceOf(brief)];
  if (sessionOn !== null) return words.session(days.full(sessionOn), source);
  if (!hasNews(brief)) return words.nothingNewSince(days.full(newest.on));
  if (measures.every(({ totalCount }) => totalCount <= FIRST_MEASURES)) return words.first(source);
  if (lastLookedAt === null) return words.toDate(source);
  const since = days.full(dateInZone(lastLookedAt, timeZone));
  const allNew = measures.every(({ scores }) => scores.some(({ isNew }) => isNew));
  return allNew ? words.since(since, source) : words.withNewsSince(since, source);
}

/** Totals that a clinician entered were not answered here. */
function sourceOf({ measures, forms, ownForms }: Brief): keyof LeadWords['source'] {
  if (!measures.some(({ role }) => role === 'byHand')) return 'client';
  const hasAnswers =
    forms.length > 0 ||
    measures.some(({ role }) => role !== 'byHand') ||
    ownForms.some(({ answered }) => answered.length > 0);
  return hasAnswers ? 'both' : 'broughtAlong';
}

function hasNews({ measures, forms }: Brief): boolean {
  return (
    measures.some(({ scores }) => scores.some(({ isNew }) => isNew)) ||
    forms.some(({ answered }) => answered.some(({ isNew }) => isNew))
  );
}
