import { CalendarDate, type Instant } from '#shared/contracts/calendar.ts';
import type { Goal, GoalRating, Rater } from '#shared/contracts/goal.ts';
import type { GoalId } from '#shared/contracts/ids.ts';

/** Levels of goal-attainment scaling, from -2 to 2. */
export const LEVELS = {
  kind: 'attainment',
  levels: ['stays at home', 'once a month', 'once a week', 'twice a week', 'every day'],
} satisfies Goal['scale'];

/** One rating, given at noon of its day. */
export function aRating(by: Rater, on: string, value: number): GoalRating {
  return { by, on: CalendarDate.parse(on), at: `${on}T18:00:00.000Z` as Instant, value };
}

/** A goal of an invented client, open and rated by nobody unless told. */
export function aGoalOf(told: Partial<Goal> = {}): Goal {
  return {
    goalId: '00000000-0000-7000-8000-0000000000a1' as GoalId,
    words: 'walk with a friend',
    scale: { kind: 'zeroToTen' },
    agreedOn: CalendarDate.parse('2026-10-01'),
    targetOn: null,
    status: 'open',
    closedOn: null,
    ratings: [],
    ...told,
  };
}
