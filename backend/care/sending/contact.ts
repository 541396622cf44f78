import type { CareRepositories, Scope } from '#backend/store/store.ts';
import { StatedContact } from '#shared/contracts/between-procedures.ts';
import type { CalendarDate, Instant } from '#shared/contracts/calendar.ts';
import {
  addressOf,
  type ClientContact,
  givesUpAddress,
  isSameContact,
} from '#shared/contracts/contact.ts';
import type { ClientId } from '#shared/contracts/ids.ts';
import { ok, type Result, refuse } from '#shared/contracts/result.ts';
import type { CareDeps } from '../deps.ts';
import { inHeldClient } from './held-client.ts';
import type { SendingCare } from './sending-care.ts';
import { agreedWay } from './way-to.ts';

/**
 * Keeps where a client of the own caseload wants to be written to. What comes twice is kept once: the
 * second finds on record what it asks for.
 */
export function putContact(deps: CareDeps): SendingCare['putContact'] {
  return (caller, input) =>
    inHeldClient(deps, { caller, clientId: input.clientId }, async ({ care, now }) => {
      const { seen, ...stated } = input;
      const before = await care.contacts.of(input.clientId);
      if (!isSameContact(before, seen) && !isAsStated(before, stated)) return refuse('outdated');
      await stateContact(care, stated, now);
      return ok({ at: now });
    });
}

function isAsStated(contact: ClientContact, { agreed, ...stated }: StatedContact): boolean {
  const { agreedAt } = contact;
  return (agreedAt !== null) === agreed && isSameContact(contact, { ...stated, agreedAt });
}

/** What the operator changes of a contact; what is left out stays as it was. */
export interface ContactChange {
  readonly clientId: ClientId;
  /** A second identifier of the client, compared before anything is changed. */
  readonly bornOn: CalendarDate | null;
  readonly stated: Partial<Omit<ClientContact, 'agreedAt'>>;
  /** The client agrees to what is stated. An earlier agreement to the same address stands anyway. */
  readonly agreed: boolean;
}

/** Why the operator's change is refused. `noAddress`: the channel has none, or there is no channel to agree to. */
export type ContactRefusal = 'notFound' | 'identityDisagrees' | 'noAddress';

/** Changes where a client wants to be written to, for the operator of the server. */
export function changeContact(
  deps: CareDeps,
  scope: Scope,
  { clientId, bornOn, stated, agreed }: ContactChange,
): Promise<Result<ClientContact, ContactRefusal>> {
  return deps.store.inPractice(scope, async (care) => {
    const client = await care.clients.find(clientId);
    if (client === null) return refuse('notFound');
    if (bornOn !== null && bornOn !== client.birthDate) return refuse('identityDisagrees');
    await care.clients.hold(clientId);
    const before = await care.contacts.of(clientId);
    const { agreedAt, ...changed } = { ...before, ...stated };
    const stands = agreedAt !== null && isSameAddress(before, changed);
    const asked = StatedContact.safeParse({ clientId, ...changed, agreed: agreed || stands });
    return asked.success
      ? ok(await stateContact(care, asked.data, scope.now))
      : refuse('noAddress');
  });
}

/**
 * Keeps what is stated. An agreement is to one address: another one is agreed to anew, and who takes
 * the agreement back is not written to any more, not even by what waits to go out. What waits when
 * another way is agreed to goes that way: delivery asks at the moment of sending. Either way the links
 * that lie at the address given up lead nowhere from now on; what was answered behind them stays.
 */
async function stateContact(
  care: CareRepositories,
  { clientId, agreed, ...stated }: StatedContact,
  now: Instant,
): Promise<ClientContact> {
  const before = await care.contacts.of(clientId);
  const agreedBefore = isSameAddress(before, stated) ? before.agreedAt : null;
  const contact = { ...stated, agreedAt: agreed ? (agreedBefore ?? now) : null };
  await care.contacts.put(clientId, contact);
  if (agreedWay(contact) === null) await care.messages.cancelUnsentToClient(clientId);
  if (givesUpAddress(before, contact)) await closeSentLinks(care, clientId);
  const subject = { channel: contact.channel, agreed };
  await care.audit.append({ action: 'contact.stated', clientId, subject });
  await care.live.tell(clientId, 'client');
  return contact;
}

/**
 * Closes every link to what a message told of. Those handed over beside it close as well: no link in store
 * tells who has it.
 */
async function closeSentLinks(care: CareRepositories, clientId: ClientId): Promise<void> {
  for (const administrationId of await care.sendings.written(clientId)) {
    if (await care.portalLinks.revoke(administrationId)) {
      const action = 'administration.linksClosed';
      await care.audit.append({ action, clientId, subject: { administrationId } });
    }
  }
}

type Addresses = Pick<ClientContact, 'channel' | 'email' | 'phone'>;

function isSameAddress(one: Addresses, other: Addresses): boolean {
  return one.channel === other.channel && addressOf(one) === addressOf(other);
}
