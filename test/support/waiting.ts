import type { CalendarDate } from '#shared/contracts/calendar.ts';
import { WaitingByRule } from '#shared/contracts/caseload.ts';

/** What waits with an invented client: of each rule how many, and since when. Nothing of the others. */
export function invent(
  part: Partial<Record<keyof WaitingByRule, number | readonly [number, string]>>,
): WaitingByRule {
  const rules = Object.keys(WaitingByRule.shape) as (keyof WaitingByRule)[];
  return WaitingByRule.parse(
    Object.fromEntries(
      rules.map((rule) => {
        const given = part[rule] ?? 0;
        const [count, since] = typeof given === 'number' ? [given, null] : given;
        return [rule, { count, since: since as CalendarDate | null }];
      }),
    ),
  );
}
