import { ok, refuse } from '#shared/contracts/result.ts';
import type { StaffCare } from './care.ts';
import { type CareDeps, staffScope } from './deps.ts';

/** Records that a chart of a client of the caseload is put on paper, before it is. */
export function recordPrint(deps: CareDeps): StaffCare['recordPrint'] {
  return (caller, { clientId, named }) => {
    const scope = staffScope(deps, caller);
    return deps.store.inPractice(scope, async (care) => {
      if (!(await care.caseload.has(caller.staffId, clientId))) return refuse('notFound');
      await care.audit.append({ action: 'chart.printed', clientId, subject: { named } });
      return ok({ at: scope.now });
    });
  };
}
