import type { Ways } from '#backend/delivery/ways.ts';
import { toStaff } from '#backend/delivery/wording/compose.ts';
import type { Message } from '#backend/store/messages.ts';
import type { CareRepositories } from '#backend/store/store.ts';
import type { Channel } from '#shared/contracts/contact.ts';
import type { DeliverDeps } from './deliver-deps.ts';
import { type Addresses, letterOf, obstacle, type Written } from './letter.ts';

/**
 * The letter to somebody of the practice. Not needed when they were switched off, or somebody has
 * dealt with the alert meanwhile. Their browser is called in the transaction itself. Where the server
 * lacks the way, it goes by the other one that leads to them, unless another message does.
 */
export async function staffLetter(
  { ways, publicUrl }: Pick<DeliverDeps, 'ways' | 'publicUrl'>,
  care: CareRepositories,
  message: Message,
): Promise<Written> {
  const { staffId, alertId, messageId, way } = message;
  if (staffId === null) throw new Error('A message is to nobody.');
  const facts = await care.messageFacts.ofStaff(staffId, alertId);
  if (facts === null || !facts.active || !facts.waits) return { is: 'notNeeded' };
  if (way === 'browser') {
    await care.live.callBrowserOf(staffId);
    return { is: 'done' };
  }
  const instead = wayInstead(way, facts, ways);
  if (instead !== null && (await care.messageFacts.isTold({ ...message, staffId }, instead))) {
    return { is: 'notNeeded' };
  }
  const by = instead ?? way;
  const purpose = message.purpose === 'answer' ? 'answer' : 'alert';
  const failure = obstacle(by, facts, ways);
  if (failure !== null) return { is: failure === 'wayUnset' ? 'later' : 'never', failure };
  const text = toStaff(purpose, by, new URL('/alerts', publicUrl).href);
  return letterOf(messageId, by, facts, text);
}

/** The other way, where the server lacks the one that was meant and the other leads there; null else. */
function wayInstead(way: Channel, to: Addresses, ways: Ways): Channel | null {
  if ((way === 'email' ? ways.mail : ways.text) !== null) return null;
  const other = way === 'email' ? 'text' : 'email';
  return obstacle(other, to, ways) === null ? other : null;
}
