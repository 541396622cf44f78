import type { Tier } from '#shared/contracts/alert.ts';
import type { AlertId } from '#shared/contracts/ids.ts';

/**
 * What is to be told after a commit. The entry is written in the transaction of its cause, so it
 * exists exactly when the cause does. It carries ids and codes only: a message that leaves the
 * practice says that something waits, never what.
 */
export interface OutboxMessage {
  /** An alert was opened, or new evidence joined it: a clinician should look. */
  readonly kind: 'alert.waiting';
  readonly payload: { readonly alertId: AlertId; readonly tier: Tier };
}

/** The message that an alert waits to be looked at. */
export function alertWaiting(alertId: AlertId, tier: Tier): OutboxMessage {
  return { kind: 'alert.waiting', payload: { alertId, tier } };
}
