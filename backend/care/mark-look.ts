import { ok, refuse } from '#shared/contracts/result.ts';
import type { StaffCare } from './care.ts';
import { type CareDeps, staffScope } from './deps.ts';

/**
 * Remembers that the caller had a client's brief on screen, as it was read at a moment. A moment
 * that has not come yet counts as now: what is answered later must still show as new.
 */
export function markLook(deps: CareDeps): StaffCare['markLook'] {
  return (caller, { clientId, asOf }) => {
    const scope = staffScope(deps, caller);
    return deps.store.inPractice(scope, async (care) => {
      if (!(await care.caseload.has(caller.staffId, clientId))) return refuse('notFound');
      await care.looks.mark(caller.staffId, clientId, asOf > scope.now ? scope.now : asOf);
      await care.audit.append({ action: 'look.marked', clientId, subject: {} });
      return ok({ at: scope.now });
    });
  };
}
