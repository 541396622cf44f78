import { type CareDeps, staffScope } from '#backend/care/deps.ts';
import type { FleetCare } from './fleet-care.ts';

/** Writes down that a file was made, and for which platform; what it sets is not kept. */
export function recordPolicyFile(deps: CareDeps): FleetCare['recordPolicyFile'] {
  return (caller, { platform, file }) =>
    deps.store.inPractice(staffScope(deps, caller), async (care) => {
      const subject = { platform, file };
      await care.audit.append({ action: 'policy.made', clientId: null, subject });
    });
}
