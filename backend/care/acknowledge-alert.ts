import { ok, refuse } from '#shared/contracts/result.ts';
import type { StaffCare } from './care.ts';
import { type CareDeps, staffScope } from './deps.ts';

/**
 * Closes an alert with what was done about it. The same person saying the same again changes
 * nothing; an alert that was closed in another way stays as it was closed.
 */
export function acknowledgeAlert(deps: CareDeps): StaffCare['acknowledgeAlert'] {
  return (caller, { alertId, action }) => {
    const scope = staffScope(deps, caller);
    return deps.store.inPractice(scope, async (care) => {
      const alert = await care.alerts.find(alertId);
      if (alert === null) return refuse('notFound');
      const { clientId } = alert;
      if (!(await care.caseload.has(caller.staffId, clientId))) return refuse('notFound');
      const outcome = await care.alerts.acknowledge(alertId, caller.staffId, action);
      if (outcome === 'closedByOther') return refuse('alreadyAcknowledged');
      if (outcome === 'acknowledged') {
        await care.audit.append({
          action: 'alert.acknowledged',
          clientId,
          subject: { alertId, action },
        });
      }
      return ok({ at: scope.now });
    });
  };
}
