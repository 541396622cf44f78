import type { ChangeCategory } from '../../change/judge.ts';

/** What a client reads: plain, kind, without thresholds, alerts or risk answers. Whole sentences. */
export interface LetterWords {
  readonly thanks: string;
  readonly nothingYet: string;
  /** `Your PHQ-9 score on 19 Nov was 11 out of 27`. */
  readonly score: (name: string, number: string, highest: string | null, day: string) => string;
  readonly unscored: (name: string, day: string) => string;
  /** A change since the first time, in a judged category. */
  readonly change: (
    name: string,
    points: { readonly size: string; readonly higher: boolean; readonly one: boolean },
    day: string,
    category: ChangeCategory,
  ) => string;
  readonly sameScore: (name: string, day: string) => string;
  readonly tooEarly: (name: string) => string;
  readonly completed: (completed: number, sent: number) => string;
  readonly next: (day: string) => string;
  readonly later: string;
  /** What a score is and is not. */
  readonly meaning: string;
  /** Where help is when it can't wait; answers are not watched. */
  readonly help: string;
}
