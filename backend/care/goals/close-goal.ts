import { dateInZone } from '#shared/contracts/calendar.ts';
import { ok, refuse } from '#shared/contracts/result.ts';
import type { CareDeps } from '../deps.ts';
import { inOwnRecord } from '../record/own-client.ts';
import { timeZoneOf } from '../signed.ts';
import type { GoalCare } from './goal-care.ts';

/** Closes a goal, on the practice's today. It stays on record with every rating. */
export function closeGoal(deps: CareDeps): GoalCare['closeGoal'] {
  return (caller, { clientId, goalId, as: status }) =>
    inOwnRecord(deps, { caller, clientId }, async ({ care, now }) => {
      const goal = await care.goals.find(goalId);
      if (goal?.clientId !== clientId) return refuse('notFound');
      if (goal.status !== 'open') {
        return goal.status === status ? ok({ at: now }) : refuse('goalClosed');
      }
      const closedOn = dateInZone(now, await timeZoneOf(care));
      await care.goals.close(goalId, { status, closedOn, closedBy: caller.staffId });
      await care.audit.append({ action: 'goal.closed', clientId, subject: { goalId, as: status } });
      return ok({ at: now });
    });
}
