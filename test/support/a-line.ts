import {
  addDays,
  type CalendarDate,
  dateInZone,
  Instant,
  type TimeZone,
} from '#shared/contracts/calendar.ts';
import type { CareFacts } from '#shared/contracts/episode.ts';
import type { ResponseId } from '#shared/contracts/ids.ts';
import type { MeasuredPoint, Observation } from '#shared/contracts/observation.ts';

/** The day on which invented lines begin. */
export const FIRST_DAY = '2026-01-05' as CalendarDate;

/** Care that began with the line and goes on. */
export const IN_CARE: CareFacts = { inCareSince: FIRST_DAY };

/** An invented id that grows with its number, as ids of version 7 do. */
export function lineId(number: number): ResponseId {
  return `00000000-0000-7000-8000-${String(number).padStart(12, '0')}` as ResponseId;
}

/** The day so many days after the first. */
export function dayOf(days: number): CalendarDate {
  return addDays(FIRST_DAY, days);
}

/** One invented observation on a day; submitted at noon of it unless said otherwise. */
export function observed(
  number: number,
  days: number,
  total: number | null,
  other: Partial<Observation> = {},
): Observation {
  const on = dayOf(days);
  return {
    responseId: lineId(number),
    on,
    submittedAt: `${on}T12:00:00.000Z` as Instant,
    version: 1,
    corrects: null,
    total,
    displayed: total === null ? null : Math.floor(total + 0.5),
    band: null,
    ...other,
  };
}

/** What was answered at a moment, on the day that the practice's clocks showed. */
export function observedAt(
  number: number,
  at: string,
  total: number,
  timeZone: TimeZone,
): Observation {
  const submittedAt = Instant.parse(at);
  return observed(number, 0, total, { submittedAt, on: dateInZone(submittedAt, timeZone) });
}

/** Scores by days since the first. */
export function observedLine(scores: readonly (readonly [days: number, total: number])[]) {
  return scores.map(([days, total], index) => observed(index + 1, days, total));
}

/** Scores a week apart. */
export function weekly(totals: readonly number[]): Observation[] {
  return observedLine(totals.map((total, week) => [7 * week, total] as const));
}

/** The scores of {@link observedLine} as calculations take them. */
export function measuredLine(
  scores: readonly (readonly [days: number, total: number])[],
): MeasuredPoint[] {
  return scores.map(([days, total], index) => ({
    responseId: lineId(index + 1),
    on: dayOf(days),
    total,
    displayed: Math.floor(total + 0.5),
    band: null,
  }));
}

/** The scores of {@link weekly} as calculations take them. */
export function measuredWeekly(totals: readonly number[]): MeasuredPoint[] {
  return measuredLine(totals.map((total, week) => [7 * week, total] as const));
}
