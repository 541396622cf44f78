import type { CalendarDate } from '#shared/contracts/calendar.ts';
import type { Goal, GoalCourse, GoalRating, RaterCourse } from '#shared/contracts/goal.ts';
import { levelWords } from '#shared/goals/scale.ts';
import { ratingInWords } from '#shared/words/goals.ts';
import { dateSeenFrom } from '#shared/words/moments.ts';

/** `4 of 10, 19 Nov`, or `+1, more than expected (“twice a week”), 19 Nov`. */
function valueOn(
  { value, on }: Pick<GoalRating, 'value' | 'on'>,
  { scale }: Pick<Goal, 'scale'>,
  today: CalendarDate,
): string {
  const level = levelWords(value, scale);
  const words = level === null ? '' : ` (“${level}”)`;
  return `${ratingInWords(value, scale)}${words}, ${dateSeenFrom(on, today)}`;
}

/** The latest rating of one of the two, and the first where there is an earlier one. */
export function courseInWords(
  course: RaterCourse | null,
  goal: Pick<GoalCourse, 'scale'>,
  today: CalendarDate,
): string {
  if (course === null) return 'not rated yet';
  const { latest, first, change } = course;
  const now = valueOn(latest, goal, today);
  return change === null ? now : `${now}; first ${valueOn(first, goal, today)}`;
}

/** One rating in a list. */
export function ratingOn(
  rating: GoalRating,
  goal: Pick<Goal, 'scale'>,
  today: CalendarDate,
): string {
  const who = rating.by === 'client' ? 'Client' : 'Clinician';
  return `${who}: ${valueOn(rating, goal, today)}`;
}

/** `Reached on 19 Nov`. */
export function closingInWords(
  { status, closedOn }: Pick<Goal, 'status' | 'closedOn'>,
  today: CalendarDate,
): string {
  const day = closedOn === null ? '' : ` on ${dateSeenFrom(closedOn, today)}`;
  return `${status === 'reached' ? 'Reached' : 'Set aside'}${day}`;
}

/** When a goal was agreed, and by when it is meant to be reached. */
export function daysInWords(
  { agreedOn, targetOn }: Pick<Goal, 'agreedOn' | 'targetOn'>,
  today: CalendarDate,
): string {
  const target = targetOn === null ? '' : `, to be reached by ${dateSeenFrom(targetOn, today)}`;
  return `Agreed ${dateSeenFrom(agreedOn, today)}${target}.`;
}
