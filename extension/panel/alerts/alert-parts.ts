import { type AlertEntry, alertEntries } from '#shared/alerts/entries.ts';
import { interruptive } from '#shared/alerts/order.ts';
import type { Alert } from '#shared/contracts/alert.ts';
import { isPressing } from './entries.ts';

/** Open alerts as they are drawn. */
export interface AlertParts {
  /** The entry that may interrupt; null when none may. It is the first of `here`. */
  readonly first: AlertEntry | null;
  readonly here: readonly AlertEntry[];
  /** Those that somebody put aside until their measure is answered again. */
  readonly aside: readonly AlertEntry[];
}

/** Divides open alerts. What is put aside is still open, and is never part of an entry that is not. */
export function alertParts(openAlerts: readonly Alert[]): AlertParts {
  const here = alertEntries(openAlerts.filter(({ snoozed }) => snoozed === null));
  const aside = alertEntries(openAlerts.filter(({ snoozed }) => snoozed !== null));
  const only = interruptive(openAlerts);
  const first = here.find(({ alerts }) => only !== null && alerts.includes(only)) ?? null;
  return { first, here, aside };
}

/** `Alerts, 3 open, 1 urgent, 2 put aside`. */
export function titleOf({ here, aside }: AlertParts): string {
  const pressing = here.filter(({ lead }) => isPressing(lead)).length;
  return [
    'Alerts',
    ...(here.length === 0 ? [] : [`${here.length} open`]),
    ...(pressing === 0 ? [] : [`${pressing} urgent`]),
    ...(aside.length === 0 ? [] : [`${aside.length} put aside`]),
  ].join(', ');
}
