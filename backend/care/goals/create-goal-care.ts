import type { CareDeps } from '../deps.ts';
import { closeGoal } from './close-goal.ts';
import { closeTopic } from './close-topic.ts';
import type { GoalCare } from './goal-care.ts';
import { putGoal } from './put-goal.ts';
import { rateGoal } from './rate-goal.ts';

/** Everything that a clinician does with goals, and with what a client wants to talk about. */
export function createGoalCare(deps: CareDeps): GoalCare {
  return {
    putGoal: putGoal(deps),
    rateGoal: rateGoal(deps),
    closeGoal: closeGoal(deps),
    closeTopic: closeTopic(deps),
  };
}
