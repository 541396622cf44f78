import { type CareDeps, staffScope } from '../deps.ts';
import type { AlertCare } from './alert-care.ts';

/**
 * The alerts of the caller's clients that can't wait and nobody has answered, the most urgent first and
 * then the longest waiting. No time takes one off this list, nor does a client's end of care: only what
 * somebody says was done about it. Reading it is a look at each of these clients, and recorded as one.
 */
export function unacknowledged(deps: CareDeps): AlertCare['unacknowledged'] {
  return (caller) =>
    deps.store.inPractice(staffScope(deps, caller), async (care) => {
      const waiting = await care.alerts.unacknowledged(caller.staffId);
      const clientIds = [...new Set(waiting.map(({ client }) => client.clientId))];
      await care.audit.append({
        action: 'alerts.listed',
        clientId: null,
        subject: { clientIds, alertIds: waiting.map(({ alertId }) => alertId) },
      });
      return waiting;
    });
}

/**
 * How many forms of the caller's clients were left with a risk answer, by the caseload's own rule. Whoever
 * was told of one is not to read that nothing is open. A number names nobody, so it is no look.
 */
export function unsentRisk(deps: CareDeps): AlertCare['unsentRisk'] {
  return (caller) =>
    deps.store.inPractice(staffScope(deps, caller), async (care) => {
      const rows = await care.caseload.list(caller.staffId);
      return rows.reduce((sum, { waiting }) => sum + waiting.unsentRisk.count, 0);
    });
}

/** How many more of them somebody has put aside: that they are open is not to be passed over. */
export function putAside(deps: CareDeps): AlertCare['putAside'] {
  return (caller) =>
    deps.store.inPractice(staffScope(deps, caller), ({ alerts }) =>
      alerts.putAside(caller.staffId),
    );
}
