import type { GoalScale, Rater } from '../../contracts/goal.ts';

/** A rating as it is said. */
export interface SaidRating {
  /** `4 of 10`, or `"twice a week" (+1, more than expected)`. */
  readonly value: string;
  readonly day: string;
}

/** The latest rating of one of the two, and the first where there is an earlier one. */
export interface SaidRatings {
  readonly by: Rater;
  readonly latest: SaidRating;
  readonly first: SaidRating | null;
}

/** A goal in the client's words, which are handed over quoted. Nothing is judged. */
export interface GoalWords {
  /** A value of a scale; `level` are the quoted words of a level of goal-attainment scaling. */
  readonly value: (value: number, scale: GoalScale['kind'], level: string | null) => string;
  /** A goal as it was rated, by one of the two or by both. */
  readonly rated: (quoted: string, ratings: readonly SaidRatings[]) => string;
  readonly unrated: (quoted: string, agreed: string) => string;
  readonly closed: (quoted: string, as: 'reached' | 'setAside', day: string) => string;
  readonly target: (quoted: string, day: string) => string;
  /** What the ratings are not. */
  readonly noNorm: string;
  /** The goal's name in a list of what came after the session. */
  readonly later: (quoted: string, by: Rater) => string;
  /** To the client: the own ratings. */
  readonly letter: (quoted: string, ratings: Omit<SaidRatings, 'by'>) => string;
  /** To the client: a goal that was reached. */
  readonly letterReached: (quoted: string, day: string) => string;
}
