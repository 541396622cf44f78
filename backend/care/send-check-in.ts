import type { NewAdministration } from '#backend/store/administrations.ts';
import type { CareRepositories } from '#backend/store/store.ts';
import type { CalendarDate, Instant } from '#shared/contracts/calendar.ts';
import type { AdministrationId, ClientId } from '#shared/contracts/ids.ts';

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

/** Whether the client is the one that is meant; null when so. */
export async function clientRefusal(
  care: CareRepositories,
  { clientId, bornOn }: SendingTo,
): Promise<'notFound' | 'identityDisagrees' | null> {
  const client = await care.clients.find(clientId);
  if (client === null) return 'notFound';
  return bornOn !== undefined && bornOn !== client.birthDate ? 'identityDisagrees' : null;
}

/** Whether an earlier one stands in the way, where only one is wanted at a time; null when not. */
export async function openRefusal(
  care: CareRepositories,
  instrumentId: string,
  { clientId, onlyOne = false }: SendingTo,
): Promise<'stillOpen' | null> {
  if (!onlyOne) return null;
  // Held first, so that of two who send at once the second sees what the first has sent.
  await care.clients.hold(clientId);
  const open = await care.administrations.openOf(clientId, instrumentId);
  return open === null ? null : 'stillOpen';
}

/** Makes the administration and the link that opens it, and records that it was sent. */
export async function handOut(
  care: CareRepositories,
  sent: NewAdministration,
  tokenHash: string,
): Promise<void> {
  const { administrationId, clientId, instrumentId, expiresAt } = sent;
  await care.administrations.send(sent);
  await care.portalLinks.add(tokenHash, { administrationId, expiresAt });
  await care.audit.append({
    action: 'administration.sent',
    clientId,
    subject: { administrationId, instrumentId },
  });
}
