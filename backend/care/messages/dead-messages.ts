import type { Caller } from '#backend/access/caller.ts';
import type { Message } from '#backend/store/messages.ts';
import type { CareRepositories } from '#backend/store/store.ts';
import type { ClientId, MessageId } from '#shared/contracts/ids.ts';
import { type CareDeps, staffScope } from '../deps.ts';
import type { DeadMessage, MessageCare } from './message-care.ts';

/** Most that are listed: more than this is one fault and not many. */
const MOST = 100;

/** Messages that were given up, and what somebody does about them. */
export function createDeadMessageCare(
  deps: CareDeps,
): Pick<MessageCare, 'deadMessages' | 'tryAgain' | 'settle'> {
  const end = (how: 'tryAgain' | 'settle'): MessageCare['settle'] => {
    return (caller, messageId) =>
      deps.store.inPractice(staffScope(deps, caller), (care) =>
        endOne(care, caller, messageId, how),
      );
  };
  return {
    deadMessages: (caller) =>
      deps.store.inPractice(staffScope(deps, caller), async (care) => {
        const dead = await care.messages.dead(
          MOST,
          caller.role === 'admin' ? null : caller.staffId,
        );
        const { seen, clientIds } = await seenBy(care, caller, dead);
        const messageIds = seen.map(({ messageId }) => messageId);
        const subject = { messageIds, clientIds };
        await care.audit.append({ action: 'deadMessages.read', clientId: null, subject });
        return seen;
      }),
    tryAgain: end('tryAgain'),
    settle: end('settle'),
  };
}

async function endOne(
  care: CareRepositories,
  caller: Caller,
  messageId: MessageId,
  how: 'tryAgain' | 'settle',
): Promise<boolean> {
  const message = await care.messages.find(messageId);
  if (message === null || (await seenBy(care, caller, [message])).seen.length === 0) return false;
  const done =
    how === 'tryAgain'
      ? await care.messages.tryAgain(messageId)
      : await care.messages.settle(messageId, caller.staffId);
  if (!done) return false;
  const action = how === 'tryAgain' ? 'message.triedAgain' : 'message.settled';
  await care.audit.append({ action, clientId: message.clientId, subject: { messageId } });
  return true;
}

/** What of dead messages the caller may see, with the names that the caller may read, and whose these are. */
async function seenBy(
  care: CareRepositories,
  caller: Caller,
  dead: readonly Message[],
): Promise<{ readonly seen: readonly DeadMessage[]; readonly clientIds: readonly ClientId[] }> {
  const holders = await holdersOf(care, dead);
  // Also those who have left: what was meant for them is listed as well.
  const people = await care.staff.list();
  const nameOf = (staffId: string) => people.find((one) => one.staffId === staffId);
  const seen: DeadMessage[] = [];
  const named = new Set<ClientId>();
  for (const message of dead) {
    const { clientId, staffId } = message;
    const held = clientId === null ? [] : (holders.get(clientId) ?? []);
    const isOwn = clientId === null ? staffId === caller.staffId : held.includes(caller.staffId);
    if (caller.role !== 'admin' && !isOwn) continue;
    const person = staffId === null ? undefined : nameOf(staffId);
    const of = held.flatMap((holder) => nameOf(holder)?.displayName ?? []);
    const to: DeadMessage['to'] =
      clientId === null
        ? { is: 'staff', name: person?.displayName ?? '', role: person?.role ?? 'clinician' }
        : { is: 'client', name: isOwn ? await clientName(care, clientId) : null, of };
    if (clientId !== null && isOwn) named.add(clientId);
    seen.push(deadMessage(message, to));
  }
  return { seen, clientIds: [...named] };
}

async function holdersOf(
  care: CareRepositories,
  dead: readonly Message[],
): Promise<ReadonlyMap<ClientId, readonly string[]>> {
  const clientIds = dead.flatMap(({ clientId }) => clientId ?? []);
  const held = clientIds.length === 0 ? [] : await care.caseload.holdersOf(clientIds);
  const holders = new Map<ClientId, string[]>();
  for (const { clientId, staffId } of held) {
    holders.set(clientId, [...(holders.get(clientId) ?? []), staffId]);
  }
  return holders;
}

async function clientName(care: CareRepositories, clientId: ClientId): Promise<string | null> {
  return (await care.clients.find(clientId))?.displayName ?? null;
}

function deadMessage(message: Message, to: DeadMessage['to']): DeadMessage {
  const { messageId, purpose, way, createdAt: writtenAt, attempts } = message;
  const gaveUpAt = message.gaveUpAt ?? message.dueAt;
  return {
    messageId,
    purpose,
    way,
    to,
    writtenAt,
    gaveUpAt,
    attempts,
    failure: message.failure ?? '',
  };
}
