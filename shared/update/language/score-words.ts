import type { ChangeCategory } from '../../change/judge.ts';
import type { Change } from '../../contracts/measure-line.ts';
import type { SaidOutcome, SaidThreshold } from './language.ts';

/** How a score is said. Days and numbers are in words already. */
export interface ScoreWords {
  /** A severity band as its source names it: `moderate range`. */
  readonly band: (label: string) => string;
  /** `16/27 (prorated, item 9 not answered)`. */
  readonly prorated: (number: string, blanks: string) => string;
  /** `items 1, 2 and 3 not answered`. */
  readonly blankItems: (items: readonly number[]) => string;
  /** `7 of 9 items not answered`. */
  readonly blankCount: (count: number, of: number | null) => string;
  /** `11/27, moderate range, on 19 Nov`. */
  readonly onDay: (number: string, band: string | null, day: string) => string;
  /** `PHQ-9 17/27 on 3 Nov, 9 on 6 Oct`; `before` is null when there is none. */
  readonly withPrevious: (
    name: string,
    now: { readonly number: string; readonly day: string },
    before: { readonly number: string; readonly day: string } | null,
  ) => string;
  readonly lastScore: (score: string) => string;
  readonly unscored: (name: string, day: string, blanks: string | null) => string;
  /** What a screen found, in its owner's quoted words. */
  readonly finding: (name: string, day: string, label: string, blanks: string | null) => string;
  readonly firstScore: string;
  readonly noneInEpisode: string;
  readonly ownRating: string;
  readonly enteredByHand: string;
}

/** How a change is said. */
export interface ChangeWords {
  /** `7 points lower`; `about` where a score is prorated. */
  readonly points: (points: number, about: boolean) => string;
  readonly category: Readonly<Record<ChangeCategory, string>>;
  readonly threshold: (threshold: SaidThreshold) => string;
  readonly notJudged: Readonly<Record<Extract<Change, { status: 'notJudged' }>['reason'], string>>;
  /** `39 % lower`; `higher` where a higher score is better. */
  readonly percent: (percent: number, higher: boolean) => string;
  /** Null where there is nothing to say of it. */
  readonly outcome: (outcome: SaidOutcome) => string | null;
  /** `18 on 7 Jan: 7 points lower, reliable improvement`. */
  readonly from: (number: string, day: string, change: string) => string;
  /** `PHQ-9 compared with 5 Nov: 1 point lower, no reliable change`. */
  readonly compared: (name: string, day: string, change: string) => string;
  /** `PHQ-9 compared with baseline (16, 14 Jan): 1 point higher, no reliable change`. */
  readonly againstBaseline: (name: string, number: string, day: string, change: string) => string;
  /** `moderately severe range, mild before`; `before` is null when it was the same. */
  readonly bandNow: (band: string, before: string | null) => string;
  /** The difference that people notice, beside the reliable change. */
  readonly important: (name: string, reached: boolean, size: string) => string;
  readonly importantPoints: (value: number) => string;
  readonly importantPercent: (value: number) => string;
  readonly crossedToFunctional: (name: string, cutOff: number) => string;
  readonly crossedToClinical: (name: string, cutOff: number) => string;
}

/** How a course over time is said. */
export interface CourseWords {
  readonly tooEarly: (name: string, have: number, need: number) => string;
  readonly trend: (name: string, count: number, words: readonly string[]) => string;
  /** `0.4 points per week lower`; null when that would read 0. */
  readonly perWeek: (perWeek: number) => string | null;
  readonly verdict: Readonly<Record<'improving' | 'worsening' | 'noClearTrend', string>>;
  /** Where there is no reliable-change value: no direction is claimed. */
  readonly notJudged: string;
  readonly relapse: (name: string, number: string, day: string, change: string) => string;
  readonly onset: (name: string, day: string, days: number, confirmed: boolean) => string;
  readonly sudden: (of: {
    readonly name: string;
    readonly kind: 'gain' | 'loss';
    readonly points: number;
    readonly days: readonly [string, string];
    readonly reversed: boolean;
  }) => string;
  readonly notOnTrack: (name: string, measurements: number) => string;
  readonly withoutImprovement: (name: string, measurements: number, days: number) => string;
  readonly nonResponse: (
    name: string,
    number: string,
    day: string,
    cut: { readonly week: number; readonly score: number },
  ) => string;
}
