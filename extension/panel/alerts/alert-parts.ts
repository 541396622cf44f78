import { type AlertEntry, alertEntries } from '#shared/alerts/entries.ts';
import { interruptive } from '#shared/alerts/order.ts';
import { type Alert, Tier } from '#shared/contracts/alert.ts';
import { TIER_WORDS } from '#shared/words/alerts.ts';
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

/** Alerts that can wait and are read without a press; a longer list is folded after them. */
const WAITING_IN_SIGHT = 3;

/**
 * Divides what is here into what is in sight and what is folded. Whatever can't wait is in sight, and
 * a fold never hides a single alert: its own line would take as much room.
 */
export function inSight({ here }: Pick<AlertParts, 'here'>): {
  readonly shown: readonly AlertEntry[];
  readonly folded: readonly AlertEntry[];
} {
  const pressing = here.filter(({ lead }) => isPressing(lead));
  const waiting = here.filter(({ lead }) => !isPressing(lead));
  if (waiting.length <= WAITING_IN_SIGHT + 1) return { shown: here, folded: [] };
  return {
    shown: [...pressing, ...waiting.slice(0, WAITING_IN_SIGHT)],
    folded: waiting.slice(WAITING_IN_SIGHT),
  };
}

/** How many entries there are of each tier, the most urgent first: `1 urgent, 2 for review`. */
export function tiersInWords(entries: readonly AlertEntry[]): string {
  return Tier.options
    .map((tier) => ({ tier, count: entries.filter(({ lead }) => lead.tier === tier).length }))
    .filter(({ count }) => count > 0)
    .map(({ tier, count }) => `${count} ${TIER_WORDS[tier].toLowerCase()}`)
    .join(', ');
}
