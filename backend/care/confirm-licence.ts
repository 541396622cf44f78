import type { Instrument } from '#shared/contracts/instrument.ts';
import { ok, refuse } from '#shared/contracts/result.ts';
import { instrument } from '#shared/instruments/registry.ts';
import { type CareDeps, staffScope } from './deps.ts';
import { licenceTermsOf } from './licence-terms.ts';
import type { PracticeCare } from './practice-care.ts';

/**
 * Confirms the practice's right to a measure under the terms that somebody has read, and keeps those
 * terms with it.
 */
export function confirmLicence(deps: CareDeps): PracticeCare['confirmLicence'] {
  return (caller, { instrumentId, termsHash }) =>
    deps.store.inPractice(staffScope(deps, caller), async (care) => {
      const measure = confirmable(instrumentId);
      if (measure === null) return refuse('notFound');
      const present = licenceTermsOf(measure);
      if (present.termsHash !== termsHash) return refuse('outdated');
      if (await care.licences.confirm(instrumentId, present, caller.staffId)) {
        const subject = { instrumentId, termsHash };
        await care.audit.append({ action: 'licence.confirmed', clientId: null, subject });
      }
      return ok(null);
    });
}

/** Withdraws it, also where the terms have changed since. What was sent before stays sent. */
export function withdrawLicence(deps: CareDeps): PracticeCare['withdrawLicence'] {
  return (caller, instrumentId) =>
    deps.store.inPractice(staffScope(deps, caller), async (care) => {
      if (instrument(instrumentId) === null) return refuse('notFound');
      if (await care.licences.withdraw(instrumentId, caller.staffId)) {
        const subject = { instrumentId };
        await care.audit.append({ action: 'licence.withdrawn', clientId: null, subject });
      }
      return ok(null);
    });
}

/** The measure, if it is one that waits for a practice's confirmation; a locked one does not. */
function confirmable(instrumentId: string): Instrument | null {
  const measure = instrument(instrumentId);
  return measure?.licence.use === 'practiceConfirms' ? measure : null;
}
