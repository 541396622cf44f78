import { daysBetween, type Instant } from '../contracts/calendar.ts';
import type {
  Goal,
  GoalCourse,
  GoalRating,
  Rater,
  RaterCourse,
  TwoViews,
} from '../contracts/goal.ts';

/**
 * How a goal went: of each rater the first and the latest rating and the points between them, and how
 * the latest two stand to each other. Nothing is judged: a goal is one person's own, so there is no
 * norm, no measurement error to hold a change against, and no rating that is the right one.
 */
export function goalCourse(goal: Goal, lastLookedAt: Instant | null): GoalCourse {
  const client = raterCourse(goal.ratings, 'client', lastLookedAt);
  const clinician = raterCourse(goal.ratings, 'clinician', lastLookedAt);
  return { ...goal, client, clinician, views: twoViews(client, clinician) };
}

/** The courses of goals: open ones first, then those that were closed; the earliest agreed first. */
export function goalCourses(goals: readonly Goal[], lastLookedAt: Instant | null): GoalCourse[] {
  return goals
    .map((goal) => goalCourse(goal, lastLookedAt))
    .toSorted((one, other) => place(one) - place(other) || inOrder(one.agreedOn, other.agreedOn));
}

function place({ status }: Goal): number {
  return status === 'open' ? 0 : 1;
}

function raterCourse(
  ratings: readonly GoalRating[],
  rater: Rater,
  lastLookedAt: Instant | null,
): RaterCourse | null {
  const own = ratings
    .filter(({ by }) => by === rater)
    .toSorted((one, other) => inOrder(one.on, other.on));
  const [first] = own;
  const latest = own.at(-1);
  if (first === undefined || latest === undefined) return null;
  const change = first === latest ? null : latest.value - first.value;
  const isNew = lastLookedAt === null || latest.at > lastLookedAt;
  return { first, latest, change, isNew };
}

function twoViews(client: RaterCourse | null, clinician: RaterCourse | null): TwoViews | null {
  if (client === null || clinician === null) return null;
  const between = client.latest.value - clinician.latest.value;
  return {
    points: Math.abs(between),
    higher: higherOf(between),
    daysApart: Math.abs(daysBetween(client.latest.on, clinician.latest.on)),
  };
}

function higherOf(between: number): Rater | null {
  if (between === 0) return null;
  return between > 0 ? 'client' : 'clinician';
}

function inOrder(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
