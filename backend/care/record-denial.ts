import type { CareRepositories } from '#backend/store/store.ts';
import type { ClientId } from '#shared/contracts/ids.ts';
import type { Denial, StaffCare } from './care.ts';
import { type CareDeps, staffScope } from './deps.ts';

/**
 * Writes a refusal down in a transaction of its own: that of the refused work is gone. Whose alert,
 * link or insertion was asked for is looked up, so that the refusal is found in that client's log.
 */
export function recordDenial(deps: CareDeps): StaffCare['recordDenial'] {
  return (caller, { permission, about }) =>
    deps.store.inPractice(staffScope(deps, caller), async (care) => {
      const { clientId, ...others } = about;
      const named = clientId === undefined ? [] : [clientId];
      const clientIds = [...new Set([...named, ...(await ownersOf(care, others))])];
      await care.audit.append({
        action: 'access.denied',
        clientId: null,
        subject: { permission, clientIds, ...others },
      });
    });
}

/** The clients of the practice behind what was asked about; none for ids of nobody. */
async function ownersOf(
  care: CareRepositories,
  { alertId, linkId, insertionId }: Denial['about'],
): Promise<readonly ClientId[]> {
  const owners = [
    alertId === undefined ? null : await care.alerts.find(alertId),
    linkId === undefined ? null : await care.links.everMade(linkId),
    insertionId === undefined ? null : await care.insertions.find(insertionId),
  ];
  return owners.flatMap((owner) => (owner === null ? [] : [owner.clientId]));
}
