import { canonicalText } from '#backend/audit/canonical.ts';
import type { StoredGoal } from '#backend/store/goals.ts';
import type { PutGoal } from '#shared/contracts/between-procedures.ts';
import { MOST_OPEN_GOALS } from '#shared/contracts/goal.ts';
import { ok, refuse } from '#shared/contracts/result.ts';
import { goalFaults } from '#shared/goals/faults.ts';
import type { CareDeps } from '../deps.ts';
import { inOwnRecord } from '../record/own-client.ts';
import { isPossibleDay } from '../record/possible-day.ts';
import type { GoalCare } from './goal-care.ts';

/** Keeps a goal. The panel repeats until it is answered: the same again is one. */
export function putGoal(deps: CareDeps): GoalCare['putGoal'] {
  return (caller, input) =>
    inOwnRecord(deps, { caller, clientId: input.clientId }, async ({ care, now }) => {
      const { clientId, ...agreed } = input;
      const { goalId, agreedOn: on } = agreed;
      const standing = await care.goals.find(goalId);
      if (standing !== null) {
        return isSame(standing, input)
          ? ok({ at: standing.recordedAt })
          : refuse('alreadyRecorded');
      }
      if (goalFaults(agreed).length > 0) return refuse('goalRefused');
      if (!(await isPossibleDay(care, { clientId, on, now }))) return refuse('dayRefused');
      if ((await care.goals.countOpen(clientId)) >= MOST_OPEN_GOALS) return refuse('goalsFull');
      // Another client's transaction may have taken the id since it was looked up.
      if (!(await care.goals.add(clientId, agreed, caller.staffId))) {
        return refuse('alreadyRecorded');
      }
      await care.audit.append({ action: 'goal.put', clientId, subject: { goalId } });
      return ok({ at: now });
    });
}

/** Whether what stands is what is put, whatever became of it since. */
function isSame(
  { goalId, clientId, words, scale, agreedOn, targetOn }: StoredGoal,
  put: PutGoal,
): boolean {
  const stood = { goalId, clientId, words, scale, agreedOn, targetOn };
  return canonicalText(stood) === canonicalText(put);
}
