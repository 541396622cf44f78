import type { StoredGoal } from '#backend/store/goals.ts';
import type { CareRepositories } from '#backend/store/store.ts';
import { type CalendarDate, dateInZone, type Instant } from '#shared/contracts/calendar.ts';
import type { ClientId, GoalId, StaffId } from '#shared/contracts/ids.ts';
import type { Done } from '#shared/contracts/procedures.ts';
import { ok, type Result, refuse } from '#shared/contracts/result.ts';
import { isOnScale } from '#shared/goals/scale.ts';
import type { CareDeps } from '../deps.ts';
import { inOwnRecord } from '../record/own-client.ts';
import { isPossibleDay } from '../record/possible-day.ts';
import { timeZoneOf } from '../signed.ts';
import type { ClientGoalCare, GoalCare } from './goal-care.ts';

/** Why a rating is not kept. */
type Refusal = 'ratingRefused' | 'goalClosed' | 'tooMany';

/** Most changes of one rating on one day: a hand changes its mind less often, a script more. */
const MOST_REVISIONS = 50;

/** The clinician's rating. The panel repeats until it is answered: the same again is one. */
export function rateGoal(deps: CareDeps): GoalCare['rateGoal'] {
  return (caller, { clientId, goalId, on, value }) =>
    inOwnRecord<Refusal | 'notFound' | 'dayRefused'>(
      deps,
      { caller, clientId },
      async ({ care, now }) => {
        const goal = await goalOf(care, clientId, goalId);
        if (goal === null) return refuse('notFound');
        if (!(await isPossibleDay(care, { clientId, on, now }))) return refuse('dayRefused');
        return rated(care, { goal, on, value, now, staffId: caller.staffId });
      },
    );
}

/** The client's own rating, of the practice's today. */
export function rateOwnGoal(deps: CareDeps): ClientGoalCare['rateOwnGoal'] {
  return ({ practiceId, clientId, requestId }, { goalId, value }) => {
    const actor = { kind: 'client', clientId } as const;
    const scope = { practiceId, actor, requestId, now: deps.now() };
    return deps.store.inPractice(scope, async (waiting) => {
      await waiting.clients.hold(clientId);
      const now = deps.now();
      const care = waiting.at(now);
      const goal = await goalOf(care, clientId, goalId);
      if (goal === null) return refuse('notFound');
      const on = dateInZone(now, await timeZoneOf(care));
      const done = await rated(care, { goal, on, value, now, staffId: null });
      if (done.ok) await care.live.tell(clientId, 'client');
      return done;
    });
  };
}

interface NewRating {
  readonly goal: StoredGoal;
  readonly on: CalendarDate;
  readonly value: number;
  readonly now: Instant;
  /** Null for the client. */
  readonly staffId: StaffId | null;
}

/** Keeps a rating, unless it is the one that counts already. */
async function rated(
  care: CareRepositories,
  { goal, on, value, now, staffId }: NewRating,
): Promise<Result<Done, Refusal>> {
  const { goalId, clientId, scale, agreedOn, status } = goal;
  const day = { goalId, on, by: staffId === null ? 'client' : 'clinician' } as const;
  const standing = await care.goals.ratingOf(day);
  if (standing?.value === value) return ok({ at: standing.at });
  if (!isOnScale(value, scale) || on < agreedOn) return refuse('ratingRefused');
  if (status !== 'open') return refuse('goalClosed');
  const revision = (standing?.revision ?? 0) + 1;
  if (revision > MOST_REVISIONS) return refuse('tooMany');
  await care.goals.rate(day, { value, revision, staffId });
  await care.audit.append({
    action: 'goal.rated',
    clientId,
    subject: { goalId, by: day.by, revision },
  });
  return ok({ at: now });
}

/** A goal of this very client; somebody else's looks like none. */
async function goalOf(
  care: CareRepositories,
  clientId: ClientId,
  goalId: GoalId,
): Promise<StoredGoal | null> {
  const goal = await care.goals.find(goalId);
  return goal?.clientId === clientId ? goal : null;
}
