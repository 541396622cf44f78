import type { CalendarDate } from '../contracts/calendar.ts';
import type { CaseloadRow, WaitingByRule } from '../contracts/caseload.ts';
import { rulesFor } from './reasons.ts';

/** Later than any day that is known: who waits since nobody knows when does not go before others. */
const UNKNOWN = '9999-12-31';

/**
 * Orders two by what waits with them: by the first rule that applies to each, then by who has waited
 * longer for it. 0 where neither comes first; negative where `one` does.
 */
export function byWaiting(one: WaitingByRule, other: WaitingByRule): number {
  const [first, second] = [firstOf(one), firstOf(other)];
  return first.place - second.place || byDay(first.since, second.since);
}

/**
 * A caseload in its order: who to look at first at the top. Where what waits leaves it open, the next
 * appointment decides, then the name, then the id: the same rows always give the same order.
 */
export function inCaseloadOrder(rows: readonly CaseloadRow[]): CaseloadRow[] {
  return rows.toSorted(
    (one, other) =>
      byWaiting(one.waiting, other.waiting) ||
      byDay(one.nextAppointmentOn, other.nextAppointmentOn) ||
      one.client.displayName.localeCompare(other.client.displayName, 'en') ||
      byText(one.client.clientId, other.client.clientId),
  );
}

function firstOf(waiting: WaitingByRule): { place: number; since: CalendarDate | null } {
  const [rule] = rulesFor(waiting);
  return rule === undefined
    ? { place: Number.MAX_SAFE_INTEGER, since: null }
    : { place: rule.number, since: waiting[rule.name].since };
}

function byDay(one: CalendarDate | null, other: CalendarDate | null): number {
  return byText(one ?? UNKNOWN, other ?? UNKNOWN);
}

function byText(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1;
}
