import { type CareDeps, staffScope } from '#backend/care/deps.ts';
import { EhrId } from '#shared/contracts/ehr.ts';
import { ok, refuse } from '#shared/contracts/result.ts';
import { type BrowserCare, type FleetCare, MAX_REASON_LENGTH } from './fleet-care.ts';

/**
 * What the practice allows now. An adapter that this server does not know is not listed, and writes
 * nothing.
 */
export function switches(deps: CareDeps): BrowserCare['switches'] {
  return (caller) => {
    const scope = staffScope(deps, caller);
    return deps.store.inPractice(scope, async (care) => {
      const decided = await care.adapterSwitches.inForce();
      const adapters = EhrId.options.map((ehr) => ({
        ehr,
        mode: decided.find((one) => one.ehr === ehr)?.mode ?? ('on' as const),
      }));
      return { asOf: scope.now, adapters };
    });
  };
}

/** Adds a decision about an adapter; the ones before stay. The audit log has it without its reason. */
export function switchAdapter(deps: CareDeps): FleetCare['switchAdapter'] {
  return async (caller, { ehr, mode, reason: typed, seenVersion }) => {
    const reason = typed.trim();
    if (reason === '' || reason.length > MAX_REASON_LENGTH) return refuse('noReason');
    return deps.store.inPractice(staffScope(deps, caller), async (care) => {
      const before = (await care.adapterSwitches.inForce()).find((one) => one.ehr === ehr);
      if ((before?.version ?? 0) !== seenVersion) return refuse('outdated');
      if ((before?.mode ?? 'on') === mode) return ok(null);
      const decision = { ehr, version: seenVersion + 1, mode, reason };
      if (!(await care.adapterSwitches.add(decision, caller.staffId))) return refuse('outdated');
      const subject = { ehr, mode, version: decision.version };
      await care.audit.append({ action: 'adapter.switched', clientId: null, subject });
      return ok(null);
    });
  };
}
