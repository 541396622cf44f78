import { ok, refuse } from '#shared/contracts/result.ts';
import type { StaffCare } from './care.ts';
import { type CareDeps, staffScope } from './deps.ts';

/**
 * Closes an alert with what was done about it. The same person saying the same again changes
 * nothing; an alert that was closed in another way stays as it was closed, and one that holds
 * more than the caller saw stays open.
 */
export function acknowledgeAlert(deps: CareDeps): StaffCare['acknowledgeAlert'] {
  return (caller, { alertId, action, seenLatestAt }) => {
    const scope = staffScope(deps, caller);
    return deps.store.inPractice(scope, async (waiting) => {
      const alert = await waiting.alerts.find(alertId);
      if (alert === null) return refuse('notFound');
      const { clientId } = alert;
      if (!(await waiting.caseload.has(caller.staffId, clientId))) return refuse('notFound');
      // Waits for a submission under way, and is then dated after what that one has written.
      await waiting.clients.hold(clientId);
      const now = deps.now();
      const care = waiting.at(now);
      const seen = { action, seenLatestAt };
      const outcome = await care.alerts.acknowledge(alertId, caller.staffId, seen);
      if (outcome === 'newerEvidence') return refuse('newerEvidence');
      if (outcome === 'closedByOther') return refuse('alreadyAcknowledged');
      if (outcome === 'acknowledged') {
        await care.audit.append({
          action: 'alert.acknowledged',
          clientId,
          subject: { alertId, action },
        });
      }
      return ok({ at: now });
    });
  };
}
