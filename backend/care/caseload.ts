import { inCaseloadOrder } from '#shared/caseload/order.ts';
import type { StaffCare } from './care.ts';
import { type CareDeps, staffScope } from './deps.ts';

/** The caller's clients with what waits with each: who to look at first at the top. */
export function caseload(deps: CareDeps): StaffCare['caseload'] {
  return (caller) =>
    deps.store.inPractice(staffScope(deps, caller), async (care) => {
      const rows = await care.caseload.list(caller.staffId);
      await care.audit.append({
        action: 'caseload.read',
        clientId: null,
        subject: { clientIds: rows.map(({ client }) => client.clientId) },
      });
      return inCaseloadOrder(rows);
    });
}
