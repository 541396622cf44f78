import type { Brief, MeasureTrend } from '../contracts/brief.ts';
import { dateInWords, dateInZone } from '../contracts/calendar.ts';
import { type Piece, piece } from './piece.ts';

/** A client with no more scores than this per measure is at the beginning. */
const FIRST_MEASURES = 2;

/** The opening sentence: what is reported and since when. */
export function lead(brief: Brief): Piece[] {
  return piece('subjective', 'kept', leadText(brief));
}

function leadText({ measures, lastLookedAt, timeZone, completion }: Brief): string {
  const [newest] = measures;
  if (newest === undefined) {
    return completion.sent === 0
      ? 'No measures were answered so far; nothing could be said about change.'
      : 'No answers were received so far; nothing could be said about change.';
  }
  if (!measures.some(hasNews)) {
    return `No new answers since ${dateInWords(newest.latest.on, { year: true })}.`;
  }
  if (measures.every(({ totalCount }) => totalCount <= FIRST_MEASURES)) {
    return 'First measures (client self-report).';
  }
  if (lastLookedAt === null) return 'Measures to date (client self-report).';
  const since = dateInWords(dateInZone(lastLookedAt, timeZone), { year: true });
  // Every measure is reported, also one that was answered long before: the span is not claimed of it.
  return measures.every(hasNews)
    ? `Measures since ${since} (client self-report).`
    : `Measures to date, with new answers since ${since} (client self-report).`;
}

function hasNews({ scores }: MeasureTrend): boolean {
  return scores.some(({ isNew }) => isNew);
}
