import type { Caller } from '#backend/access/caller.ts';
import { createStaffCare } from '#backend/care/create-care.ts';
import type { CareDeps } from '#backend/care/deps.ts';
import { rateOwnGoal } from '#backend/care/goals/rate-goal.ts';
import { dateInZone, type Instant, instantOf } from '#shared/contracts/calendar.ts';
import type { Rater } from '#shared/contracts/goal.ts';
import { type ClientId, GoalId, TopicId } from '#shared/contracts/ids.ts';
import { PRACTICE } from './practice.ts';

const DAY_MS = 86_400_000;

/** What one client and the clinician agreed on, rated from 0 to 10. */
export interface CourseGoals {
  /** In the client's words. */
  readonly words: string;
  readonly agreedDaysAgo: number;
  readonly ratings: readonly {
    readonly daysAgo: number;
    readonly by: Rater;
    readonly value: number;
  }[];
  /** What the client wants to talk about next time. */
  readonly topic: string;
}

/** Puts the goal and has both rate it, each at the moment it is said to have happened. */
export async function playGoals(
  deps: CareDeps,
  caller: Caller,
  { words, agreedDaysAgo, ratings, topic }: CourseGoals,
  clientId: ClientId,
): Promise<void> {
  const { practiceId, requestId } = caller;
  const now = deps.now();
  const goalId = GoalId.parse(deps.newId());
  const scale = { kind: 'zeroToTen' } as const;
  const agreedOn = dayOf(before(now, agreedDaysAgo));
  const staff = createStaffCare(deps);
  const put = { clientId, goalId, words, scale, agreedOn, targetOn: null };
  const kept: { readonly ok: boolean }[] = [await staff.putGoal(caller, put)];
  for (const { daysAgo, by, value } of ratings) {
    const at = before(now, daysAgo);
    const rated =
      by === 'clinician'
        ? staff.rateGoal(caller, { clientId, goalId, on: dayOf(at), value })
        : rateOwnGoal({ ...deps, now: () => at })(
            { practiceId, clientId, requestId },
            { goalId, value },
          );
    kept.push(await rated);
  }
  if (kept.some(({ ok }) => !ok)) throw new Error('a goal of the demo was refused');
  const scope = { practiceId, actor: { kind: 'client', clientId }, requestId, now } as const;
  await deps.store.inPractice(scope, ({ topics }) =>
    topics.add(clientId, { topicId: TopicId.parse(deps.newId()), words: topic }),
  );
}

function before(now: Instant, days: number): Instant {
  return instantOf(new Date(Date.parse(now) - days * DAY_MS));
}

function dayOf(at: Instant) {
  return dateInZone(at, PRACTICE.timeZone);
}
