import { type CalendarDate, dateInWords } from '../../contracts/calendar.ts';
import type { MeasuredPoint } from '../../contracts/observation.ts';
import type { Provenance } from '../../contracts/provenance.ts';
import { numberInWords } from '../../words/numbers.ts';

/** One thing that is said of a course, with where the numbers in it come from. */
export interface CourseFact {
  readonly said: string;
  /** Publications and rules of our own behind it, each with how far it can be relied on. */
  readonly sources: readonly FactSource[];
}

/** Where a number comes from. */
export interface FactSource {
  readonly source: string;
  readonly provenance: Provenance;
}

/** A day in full. */
export function dayOf(on: CalendarDate): string {
  return dateInWords(on, { year: true });
}

/** `17 on 3 Feb 2026`. */
export function pointSaid({ displayed, on }: Pick<MeasuredPoint, 'displayed' | 'on'>): string {
  return `${numberInWords(displayed)} on ${dayOf(on)}`;
}

/** `1 day`, `238 days`. */
export function daysSaid(days: number): string {
  return `${days} ${days === 1 ? 'day' : 'days'}`;
}
