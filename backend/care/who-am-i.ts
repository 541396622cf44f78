import { ok, refuse } from '#shared/contracts/result.ts';
import type { StaffCare } from './care.ts';
import { type CareDeps, staffScope } from './deps.ts';

/** The signed-in person and the practice. Nothing clinical, so nothing is recorded. */
export function whoAmI(deps: CareDeps): StaffCare['whoAmI'] {
  return (caller) =>
    deps.store.inPractice(staffScope(deps, caller), async (care) => {
      const member = await care.staff.find(caller.staffId);
      const practice = await care.practice.read();
      if (member === null || practice === null) return refuse('notFound');
      const { staffId, displayName, role } = member;
      const { name: practiceName, timeZone } = practice;
      return ok({ staffId, displayName, role, practiceName, timeZone });
    });
}
