import { ok, refuse } from '#shared/contracts/result.ts';
import { type CareDeps, staffScope } from '../deps.ts';
import type { CoupleCare } from './couple-care.ts';

/**
 * Ends a couple: shared views end with the answer. Idempotent, and only one of the two need be in the
 * caller's caseload, since a client who was handed over must not stay visible to somebody else's.
 */
export function unlinkCouple(deps: CareDeps): CoupleCare['unlinkCouple'] {
  return (caller, { coupleId }) => {
    const scope = staffScope(deps, caller);
    return deps.store.inPractice(scope, async (care) => {
      const couple = await care.couples.find(coupleId);
      if (couple === null) return refuse('notFound');
      const [one, other] = couple.partners;
      const isOwn =
        (await care.caseload.has(caller.staffId, one)) ||
        (await care.caseload.has(caller.staffId, other));
      if (!isOwn) return refuse('notFound');
      if (await care.couples.end(coupleId, caller.staffId)) {
        for (const clientId of couple.partners) {
          await care.audit.append({ action: 'couple.ended', clientId, subject: { coupleId } });
          await care.live.tell(clientId, 'client');
        }
      }
      return ok({ at: scope.now });
    });
  };
}
