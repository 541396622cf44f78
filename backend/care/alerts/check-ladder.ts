import { leavesBuilding } from '#shared/alerts/escalation.ts';
import type { StaffId } from '#shared/contracts/ids.ts';
import { EscalationLadder, EscalationStep } from '#shared/contracts/ladder.ts';
import type { LadderFault, WantedLadder } from './alerting-care.ts';

/**
 * What is wrong with a ladder; empty when people can be told by it. The first step is at once, each
 * later one later, whoever is named works in the practice, and a step of each tier goes by more than
 * open browsers: at night they are closed.
 */
export function ladderFaults(
  { emergency, urgent, outOfHours }: WantedLadder,
  staff: readonly StaffId[],
): readonly LadderFault[] {
  return [
    ...tierFaults('emergency', emergency, staff),
    ...tierFaults('urgent', urgent, staff),
    ...hoursFaults(outOfHours),
  ];
}

function tierFaults(
  at: 'emergency' | 'urgent',
  steps: readonly EscalationStep[],
  staff: readonly StaffId[],
): readonly LadderFault[] {
  if (steps.length === 0) return [{ at, step: null, reason: 'none' }];
  const faults = stepFaults(at, steps, staff);
  if (faults.length > 0 || leavesBuilding(steps)) return faults;
  return [{ at, step: null, reason: 'browserAlone' }];
}

function stepFaults(
  at: 'emergency' | 'urgent',
  steps: readonly EscalationStep[],
  staff: readonly StaffId[],
): readonly LadderFault[] {
  return steps.flatMap(({ afterMinutes, to, by }, step): readonly LadderFault[] => {
    const before = steps[step - 1]?.afterMinutes;
    if (!EscalationStep.shape.afterMinutes.safeParse(afterMinutes).success) {
      return [{ at, step, reason: 'minutes' }];
    }
    if (before === undefined && afterMinutes !== 0) return [{ at, step, reason: 'notAtOnce' }];
    if (before !== undefined && afterMinutes <= before) return [{ at, step, reason: 'notLater' }];
    if (to.is === 'person' && !staff.includes(to.staffId)) return [{ at, step, reason: 'nobody' }];
    return by.length === 0 ? [{ at, step, reason: 'noWay' }] : [];
  });
}

function hoursFaults(hours: WantedLadder['outOfHours']): readonly LadderFault[] {
  if (hours.fromHour >= hours.toHour) return [{ at: 'hours', reason: 'order' }];
  const { words } = EscalationLadder.shape.outOfHours.shape;
  return hours.words.trim() !== '' && words.safeParse(hours.words).success
    ? []
    : [{ at: 'hours', reason: 'words' }];
}
