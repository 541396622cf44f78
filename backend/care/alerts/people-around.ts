import type { StaffContact } from '#backend/store/staff-contacts.ts';
import type { CareRepositories } from '#backend/store/store.ts';
import { hasAddress, type LadderPeople, type Way } from '#shared/alerts/escalation.ts';
import type { Channel } from '#shared/contracts/contact.ts';
import type { ClientId, StaffId } from '#shared/contracts/ids.ts';

/** Those in whose caseload a client is. */
export async function cliniciansOf(
  care: CareRepositories,
  clientId: ClientId,
): Promise<readonly StaffId[]> {
  return (await care.caseload.holdersOf([clientId])).map(({ staffId }) => staffId);
}

/**
 * Whom a practice can turn to about a client of these clinicians, by the channels that there are: a
 * telephone is no way to somebody from a server that sends no texts.
 */
export async function peopleAround(
  care: CareRepositories,
  clinicians: readonly StaffId[],
  channels: readonly Channel[],
): Promise<LadderPeople> {
  const everybody = await care.staffContacts.all();
  return {
    clinicians,
    admins: everybody.flatMap(({ staffId, role }) => (role === 'admin' ? [staffId] : [])),
    reachable: everybody.map(({ staffId, ...contact }) => ({
      staffId,
      ways: waysTo(contact, channels),
    })),
  };
}

/** Whether a message can leave for anybody of the practice; else open browsers alone are called. */
export async function canTellSomebody(
  care: CareRepositories,
  channels: readonly Channel[],
): Promise<boolean> {
  return (await peopleAround(care, [], channels)).reachable.some(hasAddress);
}

function waysTo({ email, phone }: StaffContact, channels: readonly Channel[]): readonly Way[] {
  const addresses: Readonly<Record<Channel, string | null>> = { email, text: phone };
  return [...channels.filter((channel) => addresses[channel] !== null), 'browser'];
}
