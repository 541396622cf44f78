import type { Caller } from '#backend/access/caller.ts';
import type { Administration } from '#backend/store/administrations.ts';
import type { CareRepositories } from '#backend/store/store.ts';
import type { SendNow } from '#shared/contracts/between-procedures.ts';
import { type Instant, instantOf } from '#shared/contracts/calendar.ts';
import type { ClientContact } from '#shared/contracts/contact.ts';
import type { MessageId } from '#shared/contracts/ids.ts';
import type { CareDeps } from '../deps.ts';
import { newLink } from '../link-secret.ts';
import { wayTo } from './way-to.ts';

/** What sending by hand needs besides the store. */
export interface SendNowDeps extends CareDeps {
  /** Where links lead. */
  readonly publicUrl: URL;
}

/** Within this time a second message about the same is the same press, repeated. Our choice. */
const SAME_PRESS_MINUTES = 10;

/**
 * Minutes for which a form leads somewhere on a device of the practice: it opens without the birth date,
 * since it is handed over open, in person. Long enough for a session, too short for whoever finds the
 * address in a browser's history the day after. Our choice.
 */
const ON_DEVICE_MINUTES = 120;

/** What is handed over, to whom and how. */
export interface HandOver {
  readonly care: CareRepositories;
  readonly now: Instant;
  readonly caller: Caller;
  readonly input: SendNow;
  readonly administration: Administration;
  /** Whether what would go out by itself is paused. */
  readonly isPaused: boolean;
}

/**
 * Hands something that can be answered to the client: has a message written, and then the value is
 * null; or makes a link, whose address stands in the value and nowhere else. Links made before stay
 * as they are: somebody may be answering behind one right now.
 */
export async function handOver(
  { randomBytes, publicUrl, newId, channels }: SendNowDeps,
  handing: HandOver,
): Promise<string | null> {
  const { care, now, input, administration } = handing;
  const { administrationId, clientId, expiresAt } = administration;
  const subject = { administrationId, by: input.by };
  await care.audit.append({ action: 'administration.handedOut', clientId, subject });
  if (input.by === 'message') {
    await writeMessage(handing, { newId, channels });
    return null;
  }
  const { secret, tokenHash } = newLink(randomBytes, input.by === 'kiosk' ? 'kiosk' : 'client');
  const until = input.by === 'kiosk' ? endOnDevice(now, expiresAt) : expiresAt;
  await care.portalLinks.add(tokenHash, { administrationId, expiresAt: until });
  return new URL(`/m/${secret}`, publicUrl).href;
}

/**
 * The first message about something tells of it, and so does one that takes the place of another that
 * reached nobody; whatever is written later reminds. In a pause nothing reminds: what a clinician sends
 * meanwhile tells as well.
 */
async function writeMessage(
  handing: HandOver,
  { newId, channels }: Pick<SendNowDeps, 'newId' | 'channels'>,
): Promise<void> {
  const { care, now, administration, isPaused } = handing;
  const { clientId } = administration;
  const contact = await care.contacts.of(clientId);
  const way = wayTo(contact, channels);
  if (way === null) throw new Error('Nobody is written to who can not be reached.');
  const messageId = await messageOf(handing, newId);
  const written = await care.sendings.writtenAt(clientId, messageId);
  if (written !== null && isSamePress(written, contact, now)) return;
  const isFirst = (await care.messages.find(messageId)) === null;
  const about = isFirst ? { messageId } : { aboutMessageId: messageId };
  if (written === null || isPaused) {
    await care.messages.add({ purpose: 'checkIn', clientId, way, ...about });
  } else {
    await care.messages.add({ purpose: 'reminder', clientId, way, aboutMessageId: messageId });
  }
}

/** What was written before the client agreed to where they are now written to went elsewhere: no repeat. */
function isSamePress(written: Instant, { agreedAt }: ClientContact, now: Instant): boolean {
  if (agreedAt !== null && written < agreedAt) return false;
  return written >= minutesBefore(now, SAME_PRESS_MINUTES);
}

/** The message that something belongs to. What the operator handed out has none until now. */
async function messageOf(
  { care, caller, input, administration }: HandOver,
  newId: () => string,
): Promise<MessageId> {
  const { administrationId, clientId, instrumentId } = administration;
  const known = await care.sendings.messageOf(administrationId);
  if (known !== null) return known;
  const messageId = newId() as MessageId;
  const about = { administrationId, clientId, instrumentId, messageId };
  await care.sendings.add({ ...about, place: 1, way: input.by, sentBy: caller.staffId });
  return messageId;
}

/** The form itself stays out, for another hand-over or a link. */
function endOnDevice(now: Instant, expiresAt: Instant): Instant {
  const end = minutesBefore(now, -ON_DEVICE_MINUTES);
  return end < expiresAt ? end : expiresAt;
}

function minutesBefore(moment: Instant, minutes: number): Instant {
  return instantOf(new Date(Date.parse(moment) - minutes * 60_000));
}
