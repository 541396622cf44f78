import { briefFor } from '#shared/brief/interpret.ts';
import { ok, refuse } from '#shared/contracts/result.ts';
import { compose } from '#shared/update/compose.ts';
import type { StaffCare } from './care.ts';
import { type CareDeps, staffScope } from './deps.ts';

/** The Clinical Update of a client of the caseload, from a brief read and recorded now. */
export function composeUpdate(deps: CareDeps): StaffCare['composeUpdate'] {
  return (caller, { clientId, request }) =>
    deps.store.inPractice(
      staffScope(deps, caller),
      async (care) => {
        const facts = await care.brief.ofClient(clientId, caller.staffId, {
          action: 'update.composed',
          clientId,
          subject: { shape: request.shape, audience: request.audience },
        });
        return facts === null
          ? refuse('notFound')
          : ok(compose(briefFor(facts, request.sessionOn), request, facts.phrases));
      },
      'kept',
    );
}
