import { dateInZone } from '#shared/contracts/calendar.ts';
import { ok, refuse } from '#shared/contracts/result.ts';
import { type CareDeps, staffScope } from '../deps.ts';
import { timeZoneOf } from '../signed.ts';
import type { CoupleCare } from './couple-care.ts';
import { ownPartners } from './page-couple.ts';

/** Records what was agreed about secrets, for a couple that has not ended. */
export function setSecretsPolicy(deps: CareDeps): CoupleCare['setSecretsPolicy'] {
  return (caller, agreed) => {
    const scope = staffScope(deps, caller);
    return deps.store.inPractice(scope, async (care) => {
      const { coupleId, policyAgreedOn } = agreed;
      const couple = await care.couples.find(coupleId);
      if (couple === null || couple.endedAt !== null) return refuse('notFound');
      if ((await ownPartners(care, caller.staffId, couple.partners)) === null) {
        return refuse('notFound');
      }
      if (policyAgreedOn > dateInZone(scope.now, await timeZoneOf(care))) {
        return refuse('dayRefused');
      }
      await care.couples.setPolicy(agreed);
      for (const clientId of couple.partners) {
        await care.audit.append({ action: 'couple.policySet', clientId, subject: { coupleId } });
      }
      return ok({ at: scope.now });
    });
  };
}
