import type { NewAdministration } from '#backend/store/administrations.ts';
import type { CareRepositories } from '#backend/store/store.ts';
import type { CalendarDate, Instant } from '#shared/contracts/calendar.ts';
import type { AdministrationId, ClientId } from '#shared/contracts/ids.ts';
import type { CareDeps } from './deps.ts';
import { type HandOutRefusal, handOutRefusal } from './sending/hand-out-refusal.ts';

/** What is to be known of anything that is sent to a client. */
export interface SendingTo {
  readonly clientId: ClientId;
  /** The day until which it should be answered. */
  readonly dueOn: CalendarDate;
  /** From this moment on the link leads nowhere. */
  readonly expiresAt: Instant;
  /** A second identifier of the client, compared before anything is sent. */
  readonly bornOn?: CalendarDate;
  /** Refuses while an earlier one of the same measure or form can still be answered. */
  readonly onlyOne?: boolean;
}

/** What was sent: the secret stands here once, and is kept nowhere. */
export interface SentCheckIn {
  readonly administrationId: AdministrationId;
  /** The last part of the address `/m/<secret>`. */
  readonly secret: string;
  /** From this moment on the link leads nowhere. */
  readonly expiresAt: Instant;
}

/**
 * Why nothing is given to a client by a link. `notFound`: no such client. `identityDisagrees`: not the one
 * that is meant. The others as in a clinician's hands: out of care, or in a crisis pause.
 */
export type ClientRefusal = 'notFound' | 'identityDisagrees' | HandOutRefusal;

/** Whether the client is the one that is meant and may be given something; null when so. Holds the client. */
export async function clientRefusal(
  { now }: Pick<CareDeps, 'now'>,
  care: CareRepositories,
  { clientId, bornOn }: Pick<SendingTo, 'clientId' | 'bornOn'>,
): Promise<ClientRefusal | null> {
  const client = await care.clients.find(clientId);
  if (client === null) return 'notFound';
  if (bornOn !== undefined && bornOn !== client.birthDate) return 'identityDisagrees';
  await care.clients.hold(clientId);
  return handOutRefusal(care, clientId, now());
}

/**
 * Whether an earlier one stands in the way, where only one is wanted at a time; null when not. Call while
 * holding the client, so that of two who send at once the second sees what the first has sent.
 */
export async function openRefusal(
  care: CareRepositories,
  instrumentId: string,
  { clientId, onlyOne = false }: SendingTo,
): Promise<'stillOpen' | null> {
  if (!onlyOne) return null;
  const open = await care.administrations.openOf(clientId, instrumentId);
  return open === null ? null : 'stillOpen';
}

/** Makes the administration and the link that opens it, and records that it was sent. */
export async function handOut(
  care: CareRepositories,
  sent: NewAdministration,
  tokenHash: string,
): Promise<void> {
  const { administrationId, expiresAt } = sent;
  await recordSent(care, sent);
  await care.portalLinks.add(tokenHash, { administrationId, expiresAt });
}

/** Makes the administration and records that it was sent. Nothing leads to it yet. */
export async function recordSent(care: CareRepositories, sent: NewAdministration): Promise<void> {
  const { administrationId, clientId, instrumentId } = sent;
  await care.administrations.send(sent);
  await care.audit.append({
    action: 'administration.sent',
    clientId,
    subject: { administrationId, instrumentId },
  });
}
