import type { AlertEvidence } from '../../contracts/alert-evidence.ts';
import { addDays, type CalendarDate } from '../../contracts/calendar.ts';
import type { AdministrationId } from '../../contracts/ids.ts';
import type { RuleInForce } from '../catalogue/settings.ts';

/** Check-ins of one measure that are past due, oldest first. */
export type Participation = readonly {
  readonly administrationId: AdministrationId;
  readonly dueOn: CalendarDate;
  readonly completed: boolean;
}[];

/** What missed check-ins are counted by. */
export type MissedName = 'inARow' | 'window' | 'completed';

/** What was missed, as alerts show it. */
export type Missed = Pick<
  Extract<AlertEvidence, { kind: 'missed' }>,
  'missed' | 'completed' | 'due'
>;

/** Fewest check-ins due of which a share says anything. */
const FEWEST_DUE = 2;

/** What was missed, where a rule's numbers are reached on a day; else null. */
export function missedOn(
  due: Participation,
  asOf: CalendarDate,
  rule: RuleInForce<MissedName>,
): Missed | null {
  const inARow = due.slice(due.findLastIndex(({ completed }) => completed) + 1);
  const window = due.filter(({ dueOn }) => dueOn >= addDays(asOf, -rule.number('window')));
  const completed = window.filter((checkIn) => checkIn.completed).length;
  const isFew = window.length >= FEWEST_DUE && completed < window.length * rule.number('completed');
  if (inARow.length < rule.number('inARow') && !isFew) return null;
  const missed = due.filter((checkIn) => inARow.includes(checkIn) || isMissedIn(window, checkIn));
  return {
    missed: missed.map(({ administrationId, dueOn }) => ({ administrationId, dueOn })),
    completed,
    due: window.length,
  };
}

function isMissedIn(window: Participation, checkIn: Participation[number]): boolean {
  return !checkIn.completed && window.includes(checkIn);
}
