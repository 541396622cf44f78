import { ok, refuse } from '#shared/contracts/result.ts';
import type { StaffCare } from './care.ts';
import { type CareDeps, staffScope } from './deps.ts';

/**
 * Writes what became of an undo. Only who inserted can have undone; the first report stands, and
 * a repeat is answered like the first.
 */
export function recordUndo(deps: CareDeps): StaffCare['recordUndo'] {
  return (caller, { insertionId, outcome }) => {
    const scope = staffScope(deps, caller);
    return deps.store.inPractice(scope, async (care) => {
      const insertion = await care.insertions.find(insertionId);
      if (insertion?.staffId !== caller.staffId) return refuse('notFound');
      const { clientId } = insertion;
      if (await care.insertions.recordUndo(insertionId, outcome)) {
        await care.audit.append({
          action: 'insertion.undone',
          clientId,
          subject: { insertionId, status: outcome.status },
        });
      }
      return ok({ at: scope.now });
    });
  };
}
