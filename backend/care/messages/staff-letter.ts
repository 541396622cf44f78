import type { Ways } from '#backend/delivery/ways.ts';
import { toStaff } from '#backend/delivery/wording/compose.ts';
import type { Message } from '#backend/store/messages.ts';
import type { CareRepositories } from '#backend/store/store.ts';
import type { Channel } from '#shared/contracts/contact.ts';
import { goesOut } from '../alerts/tell-others.ts';
import type { DeliverDeps } from './deliver-deps.ts';
import { type Addresses, letterOf, obstacle, type Written } from './letter.ts';

/**
 * The letter to somebody of the practice. Not needed when somebody has dealt with the alert meanwhile.
 * Who was switched off has no address any more: it is given up, so that others are told, unless they are
 * by another message. A browser is called in the transaction itself. Where the server lacks the way, it
 * goes by the other one that leads to them, unless another message does.
 */
export async function staffLetter(
  { ways, channels, publicUrl }: Pick<DeliverDeps, 'ways' | 'channels' | 'publicUrl'>,
  care: CareRepositories,
  message: Message,
): Promise<Written> {
  const { staffId, alertId, messageId, way } = message;
  if (staffId === null) throw new Error('A message is to nobody.');
  const facts = await care.messageFacts.ofStaff(staffId, alertId);
  if (facts === null || !facts.waits) return { is: 'notNeeded' };
  if (!facts.active) return ofLeaver(care, message, channels);
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

/** What becomes of a message to somebody who works here no more. */
async function ofLeaver(
  care: CareRepositories,
  message: Message,
  channels: DeliverDeps['channels'],
): Promise<Written> {
  const beside = await care.messageFacts.triedBeside(message);
  return beside.some((one) => goesOut(one, channels))
    ? { is: 'notNeeded' }
    : { is: 'never', failure: 'noAddress' };
}

/** The other way, where the server lacks the one that was meant and the other leads there; null else. */
function wayInstead(way: Channel, to: Addresses, ways: Ways): Channel | null {
  if ((way === 'email' ? ways.mail : ways.text) !== null) return null;
  const other = way === 'email' ? 'text' : 'email';
  return obstacle(other, to, ways) === null ? other : null;
}
