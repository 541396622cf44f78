import type { Scope } from '#backend/store/store.ts';
import type { CalendarDate, Instant } from '#shared/contracts/calendar.ts';
import type { AdministrationId, ClientId } from '#shared/contracts/ids.ts';
import { ok, type Result, refuse } from '#shared/contracts/result.ts';
import { instrument } from '#shared/instruments/registry.ts';
import { sendability } from '#shared/instruments/sendability.ts';
import type { CareDeps } from './deps.ts';
import { hashOfSecret, newSecret } from './link-secret.ts';

/** A measure to be sent to a client. */
export interface Sending {
  readonly clientId: ClientId;
  /** `Instrument.id`. */
  readonly instrumentId: string;
  /** The day until which it should be answered. */
  readonly dueOn: CalendarDate;
  /** From this moment on the link leads nowhere. */
  readonly expiresAt: Instant;
}

/** What was sent: the secret stands here once, and is kept nowhere. */
export interface SentMeasure {
  readonly administrationId: AdministrationId;
  /** The last part of the address `/m/<secret>`. */
  readonly secret: string;
}

/** Measures whose licence the practice has confirmed. */
const NONE_CONFIRMED: ReadonlySet<string> = new Set();

/**
 * Sends a measure to a client: makes the administration and the link that opens it. The scope says
 * who sends it and when. `notFound`: no such client, or no such measure in this build.
 * `notSendable`: its licence or its wording does not allow it. A measure whose licence the practice
 * has to confirm is refused as well, as no practice has confirmed one.
 */
export async function sendMeasure(
  deps: CareDeps,
  scope: Scope,
  { clientId, instrumentId, dueOn, expiresAt }: Sending,
): Promise<Result<SentMeasure, 'notFound' | 'notSendable'>> {
  const measure = instrument(instrumentId);
  if (measure === null) return refuse('notFound');
  if (sendability(measure, NONE_CONFIRMED) !== 'sendable') return refuse('notSendable');
  const administrationId = deps.newId() as AdministrationId;
  const sent = await deps.store.inPractice(scope, async (care) => {
    if ((await care.clients.find(clientId)) === null) return false;
    await care.administrations.send({
      administrationId,
      clientId,
      instrumentId,
      instrumentVersion: measure.version,
      dueOn,
      expiresAt,
    });
    await care.audit.append({
      action: 'administration.sent',
      clientId,
      subject: { administrationId, instrumentId },
    });
    return true;
  });
  if (!sent) return refuse('notFound');
  const secret = newSecret(deps.randomBytes);
  const tokenHash = hashOfSecret(secret);
  if (tokenHash === null) throw new Error('A new secret does not have the form of a secret.');
  await deps.store.directory.addPortalLink(tokenHash, {
    practiceId: scope.practiceId,
    administrationId,
    expiresAt,
  });
  return ok({ administrationId, secret });
}
