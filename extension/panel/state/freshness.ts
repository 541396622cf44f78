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

/** Whole seconds since a moment; 0 when the clock was set back meanwhile. */
export function secondsSince(moment: Instant, now: Date): number {
  return Math.max(0, Math.floor((now.getTime() - Date.parse(moment)) / 1000));
}

/** How fresh an answer is. */
export function freshnessOf(state: Exclude<BriefState, { source: 'none' }>, now: Date): Freshness {
  const { verifiedAt } = state;
  if (state.source === 'cache') return { is: 'cached', verifiedAt, because: state.because };
  return { is: secondsSince(verifiedAt, now) < FRESH_SECONDS ? 'live' : 'aging', verifiedAt };
}

/** True when an answer is too old to be shown, whatever its source. */
export function isTooOld(verifiedAt: Instant, now: Date): boolean {
  return secondsSince(verifiedAt, now) >= SHOWN_SECONDS;
}
