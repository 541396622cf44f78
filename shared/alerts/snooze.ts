import type { Alert } from '../contracts/alert.ts';
import type { Instant } from '../contracts/calendar.ts';
import { ok, type Result, refuse } from '../contracts/result.ts';
import { maySnooze } from './catalogue/safety-rules.ts';

/** Why an alert can't be put aside. */
export type SnoozeRefusal =
  /** It was acknowledged or resolved. */
  | 'notOpen'
  /** It is about danger: S1, S2, S4, P2. */
  | 'mayNotWait';

/**
 * Puts an open alert aside until its measure is answered again; `applyOutcomes` brings it back. Who
 * puts it aside twice is told the first time.
 */
export function snooze(
  { rule, status, snoozed }: Pick<Alert, 'rule' | 'status' | 'snoozed'>,
  by: string,
  at: Instant,
): Result<NonNullable<Alert['snoozed']>, SnoozeRefusal> {
  if (status !== 'open') return refuse('notOpen');
  if (!maySnooze(rule)) return refuse('mayNotWait');
  return ok(snoozed ?? { by, at });
}
