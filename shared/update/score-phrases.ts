import type { Change, DatedScore, MeasureTrend } from '../contracts/brief.ts';
import type { CalendarDate } from '../contracts/calendar.ts';
import { instrument } from '../instruments/registry.ts';
import {
  CATEGORY_WORDS,
  NOT_JUDGED_WORDS,
  pointsInWords,
  thresholdInWords,
} from '../words/changes.ts';
import {
  bandInWords,
  itemsInWords,
  measureName,
  noTotalInWords,
  scoreInWords,
} from '../words/measures.ts';
import { dateSeenFrom } from '../words/moments.ts';

/** Blanks that are named by their item number; more are counted. */
const NAMED_BLANKS = 3;

/** `16/27 (prorated, item 9 not answered), moderately severe range, on 19 Nov`. */
export function scoreOnDay(
  instrumentId: string,
  score: DatedScore,
  displayed: number,
  today: CalendarDate,
): string {
  const band = score.band === null ? '' : `, ${bandInWords(score.band)}`;
  const number = `${scoreInWords(instrumentId, displayed)}${prorating(instrumentId, score)}`;
  return `${number}${band}, on ${dateSeenFrom(score.on, today)}`;
}

/** ` (prorated, item 9 not answered)`; empty for a complete form. */
export function prorating(instrumentId: string, { prorated, missingItems }: DatedScore): string {
  return prorated ? ` (prorated, ${blanks(instrumentId, missingItems)})` : '';
}

/**
 * `PHQ-9 of 19 Nov could not be scored, items 1, 2 and 3 not answered`; what was found, where a
 * measure has no total by its nature: `ASQ of 19 Nov: negative screen`.
 */
export function unscored(instrumentId: string, score: DatedScore, today: CalendarDate): string {
  const form = `${measureName(instrumentId)} of ${dateSeenFrom(score.on, today)}`;
  const { missingItems, insteadOfTotal } = score;
  const missing = missingItems.length === 0 ? '' : `, ${blanks(instrumentId, missingItems)}`;
  return insteadOfTotal === null
    ? `${form} could not be scored${missing}`
    : `${form}: ${noTotalInWords(score)}${missing}`;
}

/** Few blanks are named, many are counted: `item 9 not answered`, `7 of 9 items not answered`. */
function blanks(instrumentId: string, missingItems: readonly number[]): string {
  if (missingItems.length <= NAMED_BLANKS) return `${itemsInWords(missingItems)} not answered`;
  const items = instrument(instrumentId)?.items.length;
  const of = items === undefined ? '' : ` of ${items}`;
  return `${missingItems.length}${of} items not answered`;
}

/** `7 points lower, reliable improvement (threshold 6, published)`; null without two scores. */
export function changeInWords(change: Change): string | null {
  if (change.points === null) return null;
  const points = changeInPoints(change, change.points);
  if (change.status === 'notJudged') return `${points}, ${NOT_JUDGED_WORDS[change.reason]}`;
  return `${points}, ${CATEGORY_WORDS[change.category]} (${thresholdInWords(change.threshold)})`;
}

/** Why the latest score stands alone: the first of all, or no other in this episode of care. */
export function noComparison({ scores }: MeasureTrend): string {
  const isFirst = scores.filter(({ total }) => total !== null).length === 1;
  return isFirst
    ? 'first score, too early to judge change'
    : 'no earlier score in this episode of care, too early to judge change';
}

/**
 * `7 points lower`; `about 7 points lower` when a score is prorated, because such a change is
 * judged unrounded and the whole points are approximate.
 */
export function changeInPoints({ from, to }: Pick<Change, 'from' | 'to'>, points: number): string {
  const prorated = from?.prorated === true || to?.prorated === true;
  return `${prorated && points !== 0 ? 'about ' : ''}${pointsInWords(points)}`;
}
