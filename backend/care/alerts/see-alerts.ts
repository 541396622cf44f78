import type { ClientAlert } from '#backend/store/alerts.ts';
import type { CareRepositories } from '#backend/store/store.ts';
import type { SeenAlerts } from '#shared/contracts/between-procedures.ts';
import type { Instant } from '#shared/contracts/calendar.ts';
import type { StaffId } from '#shared/contracts/ids.ts';
import { ok, refuse } from '#shared/contracts/result.ts';
import { type CareDeps, staffScope } from '../deps.ts';
import type { AlertCare } from './alert-care.ts';

/** An alert, and the newest evidence of it that stood on a screen. */
interface Seen {
  readonly alert: ClientAlert;
  readonly latestAt: Instant;
}

/**
 * Writes down that alerts stood on the caller's screen, each with its newest evidence there. Nothing
 * is written when one of them is not of the caller's caseload. Having seen ends no alert and no ladder:
 * only what was done about it does.
 */
export function seeAlerts(deps: CareDeps): AlertCare['seeAlerts'] {
  return (caller, { alerts }) => {
    const scope = staffScope(deps, caller);
    return deps.store.inPractice(scope, async (care) => {
      const seen = await ownAlerts(care, caller.staffId, alerts);
      if (seen === null) return refuse('notFound');
      const fresh: ClientAlert[] = [];
      for (const { alert, latestAt } of seen) {
        const { alertId } = alert;
        if (await care.alertsSeen.add(alertId, caller.staffId, latestAt)) fresh.push(alert);
      }
      for (const [clientId, group] of Map.groupBy(fresh, (alert) => alert.clientId)) {
        const alertIds = group.map(({ alertId }) => alertId);
        await care.audit.append({ action: 'alert.seen', clientId, subject: { alertIds } });
      }
      return ok({ at: scope.now });
    });
  };
}

/** What was seen; null when any of it is absent, or of a client whom the caller does not care for. */
async function ownAlerts(
  care: CareRepositories,
  staffId: StaffId,
  alerts: SeenAlerts['alerts'],
): Promise<readonly Seen[] | null> {
  const seen: Seen[] = [];
  for (const { alertId, latestAt } of alerts) {
    const alert = await care.alerts.find(alertId);
    if (alert === null || !(await care.caseload.has(staffId, alert.clientId))) return null;
    // Nobody saw what was not there yet, whatever a browser says.
    seen.push({ alert, latestAt: latestAt < alert.latestAt ? latestAt : alert.latestAt });
  }
  return seen;
}
