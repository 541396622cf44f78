import * as z from 'zod/mini';
import { CalendarDate, Instant } from './calendar.ts';
import { GoalId } from './ids.ts';

/** Longest words of a goal, and of one level of a scale. */
export const GOAL_WORDS = 300;

/** Most goals of one client that are open at a time, so that all of them can be shown. */
export const MOST_OPEN_GOALS = 20;

/** How many ratings of a goal by each rater a brief holds at most, the newest, besides the first. */
export const RATINGS_AT_HAND = 24;

const words = z.string().check(z.regex(/\S/), z.maxLength(GOAL_WORDS));

/**
 * How a goal is rated. `zeroToTen`: 0 is "not at all", 10 is "reached". `attainment`: goal-attainment
 * scaling (Kiresuk and Sherman 1968), five levels that were put into words beforehand, from -2, much less
 * than expected, over 0, the expected, to 2, much more than expected.
 */
export const GoalScale = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('zeroToTen') }),
  z.object({
    kind: z.literal('attainment'),
    /** In words, the five from -2 to 2. */
    levels: z.array(words).check(z.length(5)),
  }),
]);
export type GoalScale = z.infer<typeof GoalScale>;

/** Who rated. Both see the same scale; neither rating replaces the other. */
export const Rater = z.enum(['client', 'clinician']);
export type Rater = z.infer<typeof Rater>;

/** One rating: 0 to 10, or -2 to 2. */
export const GoalRating = z.object({
  by: Rater,
  on: CalendarDate,
  at: Instant,
  value: z.int().check(z.minimum(-2), z.maximum(10)),
});
export type GoalRating = z.infer<typeof GoalRating>;

/** A goal, or an objective of a treatment plan, in the client's own words. */
export const Goal = z.object({
  goalId: GoalId,
  /** Quoted wherever they are shown, and labelled as the client's. */
  words,
  scale: GoalScale,
  agreedOn: CalendarDate,
  /** The day by which it is meant to be reached; null where none was agreed. */
  targetOn: z.nullable(CalendarDate),
  status: z.enum(['open', 'reached', 'setAside']),
  closedOn: z.nullable(CalendarDate),
  /** Oldest first. */
  ratings: z.array(GoalRating),
  /**
   * As of a session: who had rated, by what is not at hand any more. Nothing is said of their ratings,
   * also not that there are none. Absent where all is known.
   */
  untold: z.optional(z.array(Rater)),
});
export type Goal = z.infer<typeof Goal>;

/** How one of the two has rated a goal. Judged by nothing: goals have no norm and no known error. */
export interface RaterCourse {
  readonly first: GoalRating;
  readonly latest: GoalRating;
  /** Points from the first to the latest, more is nearer to the goal; null with one rating alone. */
  readonly change: number | null;
  /** The latest came since the clinician last looked. */
  readonly isNew: boolean;
}

/** How the latest ratings of both stand to each other. Neither is the right one. */
export interface TwoViews {
  /** Points between them, 0 or more. */
  readonly points: number;
  /** Whose is nearer to the goal; null where both are the same. */
  readonly higher: Rater | null;
  /** Whole days between the two ratings, 0 or more. */
  readonly daysApart: number;
}

/** A goal with how it went so far. */
export interface GoalCourse extends Goal {
  readonly client: RaterCourse | null;
  readonly clinician: RaterCourse | null;
  /** Null until both have rated. */
  readonly views: TwoViews | null;
}
