import type { StaffCare } from './care.ts';
import { type CareDeps, staffScope } from './deps.ts';

/** Writes a refusal down in a transaction of its own: that of the refused work is gone. */
export function recordDenial(deps: CareDeps): StaffCare['recordDenial'] {
  return (caller, denied) =>
    deps.store.inPractice(staffScope(deps, caller), (care) =>
      care.audit.append({ action: 'access.denied', clientId: null, subject: denied }),
    );
}
