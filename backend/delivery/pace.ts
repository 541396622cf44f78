import { type Instant, instantOf } from '#shared/contracts/calendar.ts';

/** Tries before a message to a client is given up: about four hours of them. */
export const MOST_TRIES = 12;

/**
 * Tries before a message about an answer on a form that was left is given up: about three days. It
 * names no alert that somebody could close, so it has to end by itself.
 */
export const MOST_TRIES_OF_ANSWER = MOST_TRIES + 72;

/** Longest that one try may take. */
export const TRY_MS = 60_000;

/** How long nobody else tries a message that somebody began to send: well beyond one try. */
const LEASE_MS = 180_000;

const FIRST_PAUSE_MS = 15_000;
const LONGEST_PAUSE_MS = 3_600_000;

/** From when on somebody else may take over a try that began `now`: whoever made it has died. */
export function leaseEnds(now: Instant): Instant {
  return after(now, LEASE_MS);
}

/** When to try again after so many tries: pauses double from 15 seconds to an hour. */
export function nextTry(now: Instant, tries: number): Instant {
  return after(now, Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.max(0, tries - 1)));
}

function after(now: Instant, milliseconds: number): Instant {
  return instantOf(new Date(Date.parse(now) + milliseconds));
}
