import type { Tier } from '#shared/contracts/alert.ts';
import type { AdministrationId, AlertId } from '#shared/contracts/ids.ts';

/**
 * What is to be told after a commit. The entry is written in the transaction of its cause, so it
 * exists exactly when the cause does. It carries ids and codes only: a message that leaves the
 * practice says that something waits, never what.
 */
export type OutboxMessage =
  /** An alert was opened, or new evidence joined it: a clinician should look. */
  | {
      readonly kind: 'alert.waiting';
      readonly payload: { readonly alertId: AlertId; readonly tier: Tier };
    }
  /** A form was left with an answer that a clinician should look at. Once for each form. */
  | {
      readonly kind: 'answer.waiting';
      readonly payload: { readonly administrationId: AdministrationId };
    };

/** The message that an alert waits to be looked at. */
export function alertWaiting(alertId: AlertId, tier: Tier): OutboxMessage {
  return { kind: 'alert.waiting', payload: { alertId, tier } };
}

/** The message that an answer on a form, which was not sent, waits to be looked at. */
export function answerWaiting(administrationId: AdministrationId): OutboxMessage {
  return { kind: 'answer.waiting', payload: { administrationId } };
}
