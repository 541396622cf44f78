import { addDays, type CalendarDate, daysBetween } from '../contracts/calendar.ts';
import type { Cadence } from '../contracts/plan.ts';

/** A stretch of days, both ends included, and the client's appointments that are known. */
export interface PlanStretch {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  /** In any order. */
  readonly appointments: readonly CalendarDate[];
}

/** The days of a stretch on which a plan sends: ascending, each once. */
export function planDays(
  cadence: Cadence,
  { from, to, appointments }: PlanStretch,
): readonly CalendarDate[] {
  const within = (day: CalendarDate) => from <= day && day <= to;
  if (cadence.is === 'once') return [cadence.on].filter(within);
  if (cadence.is === 'everyWeeks') return everyWeeks(cadence, from, to);
  const days = appointments.map((day) => addDays(day, -cadence.days)).filter(within);
  return [...new Set(days)].toSorted();
}

function everyWeeks(
  { from: begin, weeks }: Extract<Cadence, { is: 'everyWeeks' }>,
  from: CalendarDate,
  to: CalendarDate,
): readonly CalendarDate[] {
  const step = 7 * weeks;
  const passed = Math.max(0, Math.ceil(daysBetween(begin, from) / step));
  const first = addDays(begin, passed * step);
  const count = Math.max(0, Math.floor(daysBetween(first, to) / step) + 1);
  return Array.from({ length: count }, (_, place) => addDays(first, place * step));
}
