import type { CalendarDate } from '../contracts/calendar.ts';
import { type Goal, type GoalRating, RATINGS_AT_HAND, Rater } from '../contracts/goal.ts';

/**
 * Goals as they stood at the end of a day: none agreed later, no rating of a later day, and open where
 * they were closed later. Where the newest ratings at hand all came later, the first alone is left of
 * what was before, and it must not pass for the latest: nothing is told of that rater, see `Goal.untold`.
 */
export function goalsAsOf(goals: readonly Goal[], day: CalendarDate): Goal[] {
  return goals
    .filter(({ agreedOn }) => agreedOn <= day)
    .map((goal) => ({ ...goal, ...closedAsOf(goal, day), ...ratingsUntil(goal, day) }));
}

/** Ratings of days after a day, each with its goal; oldest first. */
export function ratingsAfter(
  goals: readonly Goal[],
  day: CalendarDate,
): { readonly goal: Goal; readonly rating: GoalRating }[] {
  return goals
    .flatMap((goal) => goal.ratings.map((rating) => ({ goal, rating })))
    .filter(({ rating }) => rating.on > day)
    .toSorted((one, other) => (one.rating.on < other.rating.on ? -1 : 1));
}

function ratingsUntil({ ratings }: Goal, day: CalendarDate): Pick<Goal, 'ratings' | 'untold'> {
  const until = ratings.filter(({ on }) => on <= day);
  const untold = Rater.options.filter((rater) => {
    const later = ratings.filter(({ by, on }) => by === rater && on > day);
    return later.length >= RATINGS_AT_HAND && until.some(({ by }) => by === rater);
  });
  if (untold.length === 0) return { ratings: until };
  return { ratings: until.filter(({ by }) => !untold.includes(by)), untold };
}

function closedAsOf(
  { status, closedOn }: Goal,
  day: CalendarDate,
): Pick<Goal, 'status' | 'closedOn'> {
  if (closedOn === null || closedOn <= day) return { status, closedOn };
  return { status: 'open', closedOn: null };
}
