import type { CalendarDate } from '../contracts/calendar.ts';
import type { Trajectory } from '../contracts/trajectory.ts';

/** Scores before a sudden change that its size is held against. */
const BEFORE_SUDDEN = 3;

/**
 * A trajectory without what only the answers could tell that are not at hand: when an improvement or
 * a remission was first reached, how many measurements that took, what was near a week of treatment.
 * What rests on the baseline and the newest scores stays. `heldSince` is the day from which on all
 * answers are at hand, null where all are.
 */
export function withoutUnseen(line: Trajectory, heldSince: CalendarDate | null): Trajectory {
  if (heldSince === null || !isCut(line, heldSince)) return line;
  const { improvement, onTrack, withoutImprovement, relapse } = line;
  return {
    ...line,
    firstRemission: null,
    relapse: relapse !== null && relapse.remission.on >= heldSince ? relapse : null,
    improvement: improvement.status === 'judged' ? { ...improvement, onset: null } : improvement,
    suddenChanges: suddenSince(line, heldSince),
    onTrack: 'measurements' in onTrack ? NOT_AT_HAND : onTrack,
    withoutImprovement: 'measurements' in withoutImprovement ? NOT_AT_HAND : withoutImprovement,
    nonResponse: [],
  };
}

const NOT_AT_HAND = { status: 'notJudged', reason: 'notAllAtHand' } as const;

/** Whether answers of the present episode may be among those that were left out. */
function isCut({ points, episodes }: Trajectory, heldSince: CalendarDate): boolean {
  return points.some(({ on, episode }) => episode === episodes.length - 1 && on < heldSince);
}

function suddenSince(
  { points, suddenChanges }: Trajectory,
  heldSince: CalendarDate,
): Trajectory['suddenChanges'] {
  const whole = points.filter(({ on, use }) => on >= heldSince && use === 'counted');
  const since = whole[BEFORE_SUDDEN - 1]?.on;
  return suddenChanges.filter(({ before }) => since !== undefined && before.on >= since);
}
