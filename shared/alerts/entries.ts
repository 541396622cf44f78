import type { Alert } from '../contracts/alert.ts';
import { byUrgency } from './order.ts';

/** One entry of a list: an alert, or two that say the same of the same answers. */
export interface AlertEntry {
  /** The one whose words are read; the more urgent of two. */
  readonly lead: Alert;
  /** All that an acknowledgement closes, `lead` included. */
  readonly alerts: readonly Alert[];
}

/**
 * Open alerts as entries, in order of display. Worsening since the previous score (C1) and since
 * baseline (C2) are one entry when baseline and previous score are the same measurement; each keeps
 * its identity.
 */
export function alertEntries(openAlerts: readonly Alert[]): AlertEntry[] {
  const joined = new Set<Alert>();
  const entries: AlertEntry[] = [];
  for (const lead of openAlerts.toSorted(byUrgency)) {
    if (joined.has(lead)) continue;
    const twins = openAlerts.filter((other) => sayTheSame(lead, other));
    for (const twin of twins) joined.add(twin);
    entries.push({ lead, alerts: [lead, ...twins] });
  }
  return entries;
}

function sayTheSame(one: Alert, other: Alert): boolean {
  const rules = [one.rule, other.rule].toSorted().join();
  if (rules !== 'C1,C2' || one.instrumentId !== other.instrumentId) return false;
  const [first, second] = [one.evidence.at(-1), other.evidence.at(-1)];
  if (first?.kind !== 'change' || second?.kind !== 'change') return false;
  return (
    first.from.responseId === second.from.responseId && first.to.responseId === second.to.responseId
  );
}
