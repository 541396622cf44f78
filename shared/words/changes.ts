import type { Change, Outcome, Trend } from '../contracts/brief.ts';
import type { ReliableChangeValue } from '../contracts/thresholds.ts';

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
  Record<Extract<Trend, { status: 'judged' }>['verdict'], string>
> = {
  improving: 'improving',
  worsening: 'worsening',
  noClearTrend: 'no clear direction',
};

/** Response status, as people read it; the last one means that the definition does not apply. */
export const RESPONSE_WORDS: Readonly<Record<Outcome['response'], string>> = {
  response: 'response',
  partialResponse: 'partial response',
  notYet: 'not yet response',
  notApplicable: 'baseline was not in the clinical range',
};

/** A change in words: `7 points lower`, `1 point higher`, `the same score`. */
export function pointsInWords(points: number): string {
  if (points === 0) return 'the same score';
  const size = Math.abs(points);
  return `${size} ${size === 1 ? 'point' : 'points'} ${points < 0 ? 'lower' : 'higher'}`;
}

/** The threshold behind a judgement, with where it comes from: `threshold 6, published`. */
export function thresholdInWords({ value, kind }: ReliableChangeValue): string {
  return `threshold ${value}, ${kind}`;
}

/** How far it is to the first trend: `2 of 4 measurements needed for a trend`. */
export function tooEarlyInWords({ have, need }: Extract<Trend, { status: 'tooEarly' }>): string {
  return `${have} of ${need} measurements needed for a trend`;
}

/** A slope to one decimal: `0.4 points per week lower`; null when that would read 0. */
export function perWeekInWords(perWeek: number): string | null {
  const size = Math.abs(perWeek).toFixed(1).replace(/\.0$/, '');
  if (size === '0') return null;
  return `${size} ${size === '1' ? 'point' : 'points'} per week ${perWeek < 0 ? 'lower' : 'higher'}`;
}
