import type { LineTrend } from '../contracts/course.ts';
import type { Change, DatedScore } from '../contracts/measure-line.ts';
import type { ReliableChangeValue } from '../contracts/thresholds.ts';
import type { Trajectory } from '../contracts/trajectory.ts';
import { numberInWords } from './numbers.ts';

/** Judged change, as people read it. "No reliable change" is not "no change". */
export const CATEGORY_WORDS: Readonly<
  Record<Extract<Change, { status: 'judged' }>['category'], string>
> = {
  reliableImprovement: 'reliable improvement',
  reliableWorsening: 'reliable worsening',
  noReliableChange: 'no reliable change',
};

/** Why a change is not judged, as people read it. */
export const NOT_JUDGED_WORDS: Readonly<
  Record<Extract<Change, { status: 'notJudged' }>['reason'], string>
> = {
  onlyOneScore: 'too early to say',
  noScore: "can't be scored",
  noThreshold: 'change not judged, no recommended threshold',
};

/** A direction over several scores, as people read it. */
export const TREND_WORDS: Readonly<
  Record<NonNullable<Extract<LineTrend, { status: 'fitted' }>['verdict']>, string>
> = {
  improving: 'improving',
  worsening: 'worsening',
  noClearTrend: 'no clear direction',
};

/** Response status, as people read it; the last one means that the definition does not apply. */
export const RESPONSE_WORDS: Readonly<
  Record<NonNullable<Trajectory['outcome']>['response'], string>
> = {
  response: 'response',
  partialResponse: 'partial response',
  notYet: 'not yet response',
  notApplicable: 'baseline was not in the clinical range',
};

/** A change in words: `7 points lower`, `1 point higher`, `the same score`. */
export function pointsInWords(points: number): string {
  const size = numberInWords(Math.abs(points));
  if (size === '0') return 'the same score';
  return `${size} ${size === '1' ? 'point' : 'points'} ${points < 0 ? 'lower' : 'higher'}`;
}

/**
 * `7 points lower`; `about 7 points lower` when a score is prorated, because such a change is
 * judged unrounded and the whole points are approximate.
 */
export function changeInPoints(
  { from, to }: Readonly<Record<'from' | 'to', Pick<DatedScore, 'prorated'> | null>>,
  points: number,
): string {
  const prorated = from?.prorated === true || to?.prorated === true;
  return `${prorated && points !== 0 ? 'about ' : ''}${pointsInWords(points)}`;
}

/**
 * The threshold behind a judgement, with where it comes from: `threshold 6, published`; one that
 * nobody has seen in its source says so: `threshold 7, computed, not verified`.
 */
export function thresholdInWords({
  value,
  kind,
  provenance,
}: Pick<ReliableChangeValue, 'value' | 'kind' | 'provenance'>): string {
  return `threshold ${numberInWords(value)}, ${kind}${provenance === 'recalled' ? ', not verified' : ''}`;
}

/** How far it is to the first trend: `2 of 4 measurements needed for a trend`. */
export function tooEarlyInWords({
  have,
  need,
}: Extract<LineTrend, { status: 'tooEarly' }>): string {
  return `${have} of ${need} measurements needed for a trend`;
}

/** A slope to one decimal: `0.4 points per week lower`; null when that would read 0. */
export function perWeekInWords(perWeek: number): string | null {
  const size = Math.abs(perWeek).toFixed(1).replace(/\.0$/, '');
  if (size === '0') return null;
  return `${size} ${size === '1' ? 'point' : 'points'} per week ${perWeek < 0 ? 'lower' : 'higher'}`;
}
