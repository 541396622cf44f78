import { type Instant, instantOf } from '#shared/contracts/calendar.ts';

/**
 * A moment that lies after all of some earlier ones, also where those were dated by a process whose
 * clock is ahead: the present one, or a millisecond after the latest of them.
 */
export function afterAll(now: Instant, earlier: readonly (Instant | null)[]): Instant {
  return earlier.reduce<Instant>(
    (moment, one) => (one === null || one < moment ? moment : justAfter(one)),
    now,
  );
}

/** The next moment: times are kept to the millisecond. */
export function justAfter(moment: Instant): Instant {
  return instantOf(new Date(Date.parse(moment) + 1));
}
