import { snooze } from '#shared/alerts/snooze.ts';
import { ok, refuse } from '#shared/contracts/result.ts';
import type { StaffCare } from './care.ts';
import { type CareDeps, staffScope } from './deps.ts';

/**
 * Puts an alert aside until its measure is answered again, and ends its ladder: somebody has decided. Alerts about danger may not wait; an alert
 * that holds more than the caller saw is not put aside unseen. Whoever comes second is told when it
 * was done, and nothing changes.
 */
export function snoozeAlert(deps: CareDeps): StaffCare['snoozeAlert'] {
  return (caller, { alertId, seenLatestAt }) =>
    deps.store.inPractice(staffScope(deps, caller), async (waiting) => {
      const known = await waiting.alerts.find(alertId);
      if (known === null || !(await waiting.caseload.has(caller.staffId, known.clientId))) {
        return refuse('notFound');
      }
      const { clientId } = known;
      // Waits for a submission under way, and is then dated after what that one has written.
      await waiting.clients.hold(clientId);
      const now = deps.now();
      const care = waiting.at(now);
      const alert = (await care.alerts.find(alertId)) ?? known;
      const asked = snooze(alert, caller.staffId, now);
      if (!asked.ok) {
        return refuse(asked.refusal === 'notOpen' ? 'alreadyAcknowledged' : asked.refusal);
      }
      if (alert.latestAt !== seenLatestAt) return refuse('newerEvidence');
      if (alert.snoozed === null) {
        await care.alerts.snooze(alertId, caller.staffId);
        await care.messages.cancelUnsentOfAlert(alertId);
        const subject = { alertId, rule: alert.rule };
        await care.audit.append({ action: 'alert.snoozed', clientId, subject });
        await care.live.tell(clientId, 'alert');
      }
      return ok({ at: asked.value.at });
    });
}
