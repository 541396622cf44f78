import type { CareRepositories, Scope } from '#backend/store/store.ts';
import type { CalendarDate, Instant } from '#shared/contracts/calendar.ts';
import type { AdministrationId, ClientId } from '#shared/contracts/ids.ts';
import type { Instrument } from '#shared/contracts/instrument.ts';
import { ok, type Result, refuse } from '#shared/contracts/result.ts';
import { instrument } from '#shared/instruments/registry.ts';
import { sendability } from '#shared/instruments/sendability.ts';
import type { CareDeps } from './deps.ts';
import { confirmedMeasures } from './licence-terms.ts';
import { newLink } from './link-secret.ts';

/** A measure to be sent to a client. */
export interface Sending {
  readonly clientId: ClientId;
  /** `Instrument.id`. */
  readonly instrumentId: string;
  /** The day until which it should be answered. */
  readonly dueOn: CalendarDate;
  /** From this moment on the link leads nowhere. */
  readonly expiresAt: Instant;
  /** A second identifier of the client, compared before anything is sent. */
  readonly bornOn?: CalendarDate;
  /** Refuses while an earlier one of the same measure can still be answered. */
  readonly onlyOne?: boolean;
}

/** What was sent: the secret stands here once, and is kept nowhere. */
export interface SentMeasure {
  readonly administrationId: AdministrationId;
  /** The last part of the address `/m/<secret>`. */
  readonly secret: string;
  /** From this moment on the link leads nowhere. */
  readonly expiresAt: Instant;
}

/**
 * Why a measure is not sent. `notFound`: no such client, or no such measure in this build.
 * `notSendable`: its licence or its wording does not allow it. `practiceMustConfirm`: nobody has
 * confirmed the practice's right under the licence as it reads now.
 */
export type SendRefusal =
  | 'notFound'
  | 'notSendable'
  | 'practiceMustConfirm'
  | 'identityDisagrees'
  | 'stillOpen';

/**
 * Sends a measure to a client: makes the administration and the link that opens it, in one
 * transaction. The scope says who sends it and when.
 */
export async function sendMeasure(
  deps: CareDeps,
  scope: Scope,
  sending: Sending,
): Promise<Result<SentMeasure, SendRefusal>> {
  const { clientId, instrumentId, dueOn, expiresAt } = sending;
  const measure = instrument(instrumentId);
  if (measure === null) return refuse('notFound');
  const administrationId = deps.newId() as AdministrationId;
  const { secret, tokenHash } = newLink(deps.randomBytes);
  return deps.store.inPractice(scope, async (care) => {
    const refusal = await refusalOf(care, measure, sending);
    if (refusal !== null) return refuse(refusal);
    await care.administrations.send({
      administrationId,
      clientId,
      instrumentId,
      instrumentVersion: measure.version,
      dueOn,
      expiresAt,
    });
    await care.portalLinks.add(tokenHash, { administrationId, expiresAt });
    await care.audit.append({
      action: 'administration.sent',
      clientId,
      subject: { administrationId, instrumentId },
    });
    return ok({ administrationId, secret, expiresAt });
  });
}

async function refusalOf(
  care: CareRepositories,
  measure: Instrument,
  { clientId, instrumentId, bornOn, onlyOne = false }: Sending,
): Promise<SendRefusal | null> {
  const client = await care.clients.find(clientId);
  if (client === null) return 'notFound';
  if (bornOn !== undefined && bornOn !== client.birthDate) return 'identityDisagrees';
  const allowed = sendability(measure, await confirmedMeasures(care));
  if (allowed === 'practiceMustConfirm') return allowed;
  if (allowed !== 'sendable') return 'notSendable';
  if (!onlyOne) return null;
  // Held first, so that of two who send at once the second sees what the first has sent.
  await care.clients.hold(clientId);
  const open = await care.administrations.openOf(clientId, instrumentId);
  return open === null ? null : 'stillOpen';
}
