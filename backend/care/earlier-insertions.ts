import { ok, refuse } from '#shared/contracts/result.ts';
import type { StaffCare } from './care.ts';
import { type CareDeps, staffScope } from './deps.ts';

/** A client's texts that may stand in notes of one EHR; that they were read is recorded. */
export function earlierInsertions(deps: CareDeps): StaffCare['earlierInsertions'] {
  return (caller, { clientId, ehr }) =>
    deps.store.inPractice(staffScope(deps, caller), async (care) => {
      if (!(await care.caseload.has(caller.staffId, clientId))) return refuse('notFound');
      const earlier = await care.insertions.standing(clientId, ehr);
      await care.audit.append({
        action: 'insertions.read',
        clientId,
        subject: { ehr, insertionIds: earlier.map(({ insertionId }) => insertionId) },
      });
      return ok(earlier);
    });
}
