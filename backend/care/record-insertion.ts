import { ok, refuse } from '#shared/contracts/result.ts';
import type { StaffCare } from './care.ts';
import { type CareDeps, staffScope } from './deps.ts';

/**
 * Writes an attempt to insert, successful or not, into the register. The browser repeats until it
 * is answered, so the same body twice is one entry; another body under the same id is refused.
 */
export function recordInsertion(deps: CareDeps): StaffCare['recordInsertion'] {
  return (caller, input) => {
    const scope = staffScope(deps, caller);
    return deps.store.inPractice(scope, async (care) => {
      const { insertionId, clientId, ehr, outcome, briefAsOf } = input;
      // What stands in a note has to be in the register, also when the report comes late: from a
      // browser that was offline while the client went to a colleague.
      const wrote =
        (await care.caseload.has(caller.staffId, clientId)) ||
        (await care.caseload.hadAt(caller.staffId, clientId, briefAsOf));
      if (!wrote) return refuse('notFound');
      const standing = await care.insertions.record(caller.staffId, input);
      if (standing === 'changed') return refuse('alreadyRecorded');
      if (standing === 'recorded') {
        await care.audit.append({
          action: 'insertion.recorded',
          clientId,
          subject: { insertionId, ehr, status: outcome.status },
        });
      }
      return ok({ at: scope.now });
    });
  };
}
