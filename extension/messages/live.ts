import type { Instant } from '#shared/contracts/calendar.ts';
import type { AlertPath } from '#shared/contracts/live.ts';

/**
 * How it stands with the line on which the server says what happens. `opening`: no word has come yet.
 * `deaf`: the line is there, and the server does not hear itself of what is committed. `silent`: it
 * broke, or nothing came for too long; it is tried again. `closed`: nobody is signed in, or there is
 * nothing to be told.
 */
export type LineState = 'closed' | 'opening' | 'works' | 'deaf' | 'silent';

/** How an answer finds its way to this person. */
export interface AlertWay {
  readonly line: LineState;
  /** Since when the line is as it is, as far as this worker knows. */
  readonly lineSince: Instant;
  /** How it stands with messages, in the server's own word; null where it was asked and did not say. */
  readonly path: AlertPath | null;
}
