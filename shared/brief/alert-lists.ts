import { byUrgency } from '../alerts/order.ts';
import type { Alert } from '../contracts/alert.ts';
import type { Instant } from '../contracts/calendar.ts';

/** Open alerts: most urgent first, then safety before score, then the newest evidence. */
export function openAlerts(alerts: readonly Alert[]): Alert[] {
  return alerts.filter(({ status }) => status === 'open').toSorted(byUrgency);
}

/**
 * Alerts to which something happened since the clinician last looked: opened, gathered evidence,
 * acknowledged or resolved. All of them on the first look.
 */
export function alertsSince(alerts: readonly Alert[], lastLookedAt: Instant | null): Alert[] {
  if (lastLookedAt === null) return alerts.toSorted(byUrgency);
  const isLater = (at: Instant | null) => at !== null && Date.parse(at) > Date.parse(lastLookedAt);
  return alerts
    .filter(
      ({ openedAt, latestAt, acknowledgement, resolvedAt }) =>
        isLater(openedAt) ||
        isLater(latestAt) ||
        isLater(acknowledgement?.at ?? null) ||
        isLater(resolvedAt),
    )
    .toSorted(byUrgency);
}
