import type { Instant } from '#shared/contracts/calendar.ts';
import type { BriefState, Unavailable } from '../../messages/worker.ts';

/** Seconds for which a live answer counts as verified just now. */
export const FRESH_SECONDS = 60;

/** Seconds after which values are no longer shown at all. */
export const SHOWN_SECONDS = 300;

/**
 * How far what is shown can be relied on.
 * `live`: asked and answered within {@link FRESH_SECONDS}; only then may "none open" be said.
 * `aging`: answered by the server, but a newer answer is overdue.
 * `cached`: the server can't be asked; this is the last answer.
 */
export type Freshness =
  | { readonly is: 'live'; readonly verifiedAt: Instant }
  | { readonly is: 'aging'; readonly verifiedAt: Instant }
  | { readonly is: 'cached'; readonly verifiedAt: Instant; readonly because: Unavailable };

/** Seconds by which a moment may lie ahead of the clock that it was taken from. */
export const CLOCK_SLACK_SECONDS = 5;

/** Whole seconds since a moment; 0 when it lies ahead. */
export function secondsSince(moment: Instant, now: Date): number {
  return Math.max(0, Math.floor((now.getTime() - Date.parse(moment)) / 1000));
}

/** True when a clock shows so much less than before that it must have been set back. */
export function isSetBack(before: number, now: number): boolean {
  return now < before - CLOCK_SLACK_SECONDS * 1000;
}

/** How fresh an answer is. */
export function freshnessOf(state: Exclude<BriefState, { source: 'none' }>, now: Date): Freshness {
  const { verifiedAt } = state;
  if (state.source === 'cache') return { is: 'cached', verifiedAt, because: state.because };
  return { is: secondsSince(verifiedAt, now) < FRESH_SECONDS ? 'live' : 'aging', verifiedAt };
}

/**
 * True when an answer is too old to be shown, whatever its source, or when its age can't be told: one
 * from the future was taken before the clock was set back.
 */
export function isTooOld(verifiedAt: Instant, now: Date): boolean {
  if (isSetBack(Date.parse(verifiedAt), now.getTime())) return true;
  return secondsSince(verifiedAt, now) >= SHOWN_SECONDS;
}
