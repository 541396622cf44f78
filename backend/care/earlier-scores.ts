import { ok, refuse } from '#shared/contracts/result.ts';
import type { StaffCare } from './care.ts';
import { type CareDeps, staffScope } from './deps.ts';

/** The older scores of a client of the caseload, read and recorded in one statement. */
export function earlierScores(deps: CareDeps): StaffCare['earlierScores'] {
  return (caller, { clientId }) =>
    deps.store.inPractice(
      staffScope(deps, caller),
      async (care) => {
        const scores = await care.brief.earlierOf(clientId, caller.staffId);
        return scores === null ? refuse('notFound') : ok(scores);
      },
      'kept',
    );
}
