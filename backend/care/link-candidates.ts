import { agree } from '#shared/identity/agree.ts';
import type { StaffCare } from './care.ts';
import { type CareDeps, staffScope } from './deps.ts';

/**
 * Clients of the own caseload whose name or birth date fits what the page shows, those that fit in
 * both first. Who was listed is recorded.
 */
export function linkCandidates(deps: CareDeps): StaffCare['linkCandidates'] {
  return (caller, { subject }) =>
    deps.store.inPractice(staffScope(deps, caller), async (care) => {
      const clients = await care.caseload.identities(caller.staffId);
      const candidates = clients
        .map((client) => {
          const { name, birthDate } = agree(subject, client);
          return {
            client,
            nameAgrees: name === 'agrees',
            birthDateAgrees: birthDate === 'agrees',
          };
        })
        .filter(({ nameAgrees, birthDateAgrees }) => nameAgrees || birthDateAgrees)
        .toSorted(
          (one, other) =>
            agreements(other) - agreements(one) ||
            one.client.displayName.localeCompare(other.client.displayName),
        );
      await care.audit.append({
        action: 'candidates.read',
        clientId: null,
        subject: { clientIds: candidates.map(({ client }) => client.clientId) },
      });
      return candidates;
    });
}

function agreements(one: { nameAgrees: boolean; birthDateAgrees: boolean }): number {
  return Number(one.nameAgrees) + Number(one.birthDateAgrees);
}
