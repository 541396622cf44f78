import type { Scope } from '#backend/store/store.ts';
import type { CalendarDate } from '#shared/contracts/calendar.ts';
import type { ClientId } from '#shared/contracts/ids.ts';
import { ok, type Result, refuse } from '#shared/contracts/result.ts';
import type { CareDeps } from './deps.ts';
import { newLink } from './link-secret.ts';
import { type ClientRefusal, clientRefusal, type SentCheckIn } from './send-check-in.ts';

/** Which link is to be replaced. */
export interface Renewal {
  readonly clientId: ClientId;
  /** `Instrument.id`, or the key of an own form. */
  readonly instrumentId: string;
  /** A second identifier of the client, compared before anything is changed. */
  readonly bornOn?: CalendarDate;
}

/**
 * Replaces the link to a measure that the client can still answer, because it was lost or went
 * astray: links made before lead nowhere from now on, answers saved so far stay. Nothing is sent a
 * second time, so nobody is reminded of, or judged by, a check-in that was never meant.
 * `noneOpen`: nothing of this measure or form waits for an answer.
 */
export async function renewLink(
  deps: CareDeps,
  scope: Scope,
  renewal: Renewal,
): Promise<Result<SentCheckIn, ClientRefusal | 'noneOpen'>> {
  const { clientId, instrumentId } = renewal;
  const { secret, tokenHash } = newLink(deps.randomBytes);
  return deps.store.inPractice(scope, async (care) => {
    const refusal = await clientRefusal(deps, care, renewal);
    if (refusal !== null) return refuse(refusal);
    const open = await care.administrations.openOf(clientId, instrumentId);
    if (open === null) return refuse('noneOpen');
    const { administrationId, expiresAt } = open;
    await care.portalLinks.revoke(administrationId);
    await care.portalLinks.add(tokenHash, { administrationId, expiresAt });
    await care.audit.append({
      action: 'administration.linkRenewed',
      clientId,
      subject: { administrationId },
    });
    return ok({ administrationId, secret, expiresAt });
  });
}
