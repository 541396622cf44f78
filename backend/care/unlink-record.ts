import { ok, refuse } from '#shared/contracts/result.ts';
import type { StaffCare } from './care.ts';
import { type CareDeps, staffScope } from './deps.ts';

/**
 * Takes a binding back, so that the record shows nothing any more. Idempotent: one that has ended
 * before is answered like one that ends now.
 */
export function unlinkRecord(deps: CareDeps): StaffCare['unlinkRecord'] {
  return (caller, { linkId }) => {
    const scope = staffScope(deps, caller);
    return deps.store.inPractice(scope, async (care) => {
      const bond = await care.links.everMade(linkId);
      if (bond === null) return refuse('notFound');
      const { clientId, ehr } = bond;
      if (!(await care.caseload.has(caller.staffId, clientId))) return refuse('notFound');
      if (await care.links.unlink(linkId, caller.staffId)) {
        await care.audit.append({ action: 'link.ended', clientId, subject: { linkId, ehr } });
      }
      return ok({ at: scope.now });
    });
  };
}
