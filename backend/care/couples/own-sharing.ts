import type { CareRepositories } from '#backend/store/store.ts';
import { dateInZone, type Instant } from '#shared/contracts/calendar.ts';
import type { Consent } from '#shared/contracts/couple.ts';
import type { ClientId, CoupleId, StaffId } from '#shared/contracts/ids.ts';
import { ok, refuse } from '#shared/contracts/result.ts';
import { stands } from '#shared/couples/disclosure.ts';
import { sharable } from '#shared/couples/sharable.ts';
import { type CareDeps, staffScope } from '../deps.ts';
import { timeZoneOf } from '../signed.ts';
import type { CoupleCare } from './couple-care.ts';

/** One partner's side of a couple, at a moment. */
export interface OwnShare {
  readonly coupleId: CoupleId;
  readonly clientId: ClientId;
  readonly now: Instant;
}

/** A client's own consents that stand today. */
export async function standingOwn(
  care: CareRepositories,
  { coupleId, clientId, now }: OwnShare,
): Promise<readonly Consent[]> {
  const today = dateInZone(now, await timeZoneOf(care));
  const own = await care.consents.ofPartner(coupleId, clientId);
  return own.filter((consent) => stands(consent, today));
}

/** How a client's own sharing stands. Of the other partner nothing, not even the name. */
export function sharingOf(deps: CareDeps): CoupleCare['sharingOf'] {
  return (caller, { clientId }) => {
    const scope = staffScope(deps, caller);
    return deps.store.inPractice(scope, async (care) => {
      if (!(await care.caseload.has(caller.staffId, clientId))) return refuse('notFound');
      const couple = await care.couples.ofClient(clientId);
      if (couple === null) return ok(null);
      const { coupleId, since, secretsPolicy, policyAgreedOn } = couple;
      await care.audit.append({ action: 'sharing.read', clientId, subject: { coupleId } });
      const own = await standingOwn(care, { coupleId, clientId, now: scope.now });
      const consents = own.map(({ consentId, measureId, givenAt, expiresOn }) => {
        const name = sharable(measureId)?.shortTitle ?? measureId;
        return { consentId, measureId, name, givenAt, expiresOn };
      });
      return ok({ coupleId, since, secretsPolicy, policyAgreedOn, consents });
    });
  };
}

/** Takes a consent back at the client's word. */
export function revokeConsent(deps: CareDeps): CoupleCare['revokeConsent'] {
  return (caller, { clientId, consentId }) => {
    const scope = staffScope(deps, caller);
    return deps.store.inPractice(scope, async (care) => {
      if (!(await care.caseload.has(caller.staffId, clientId))) return refuse('notFound');
      const consent = await care.consents.find(clientId, consentId);
      if (consent === null) return refuse('notFound');
      await revoke(care, consent, caller.staffId);
      return ok({ at: scope.now });
    });
  };
}

/** Takes one consent back and records it, once. `by`: null for the client in person. */
export async function revoke(
  care: CareRepositories,
  { clientId, consentId, coupleId, measureId }: Consent,
  by: StaffId | null,
): Promise<void> {
  if (await care.consents.revoke(clientId, consentId, by)) {
    const subject = { coupleId, consentId, measureId };
    await care.audit.append({ action: 'consent.revoked', clientId, subject });
    // What was shared goes from open panels of either partner's chart.
    const couple = await care.couples.find(coupleId);
    for (const partner of couple?.partners ?? []) await care.live.tell(partner, 'client');
  }
}
