import { DEFAULT_WORDING, toClient } from '#backend/delivery/wording/compose.ts';
import type { MessageText } from '#backend/delivery/wording/defaults.ts';
import type { ClientFacts } from '#backend/store/message-facts.ts';
import type { Message } from '#backend/store/messages.ts';
import type { CareRepositories } from '#backend/store/store.ts';
import { dateInZone, type Instant, type TimeZone } from '#shared/contracts/calendar.ts';
import type { Channel } from '#shared/contracts/contact.ts';
import type { ClientId } from '#shared/contracts/ids.ts';
import { nightEnds } from '#shared/plans/night.ts';
import { newLink } from '../link-secret.ts';
import type { DeliverDeps } from './deliver-deps.ts';
import { letterOf, obstacle, type Written } from './letter.ts';

/**
 * The letter to a client about a check-in, or its reminder, with a link of its own: its secret stands
 * in the letter alone. Links of earlier tries stay good, because a mail that was taken by the relay
 * just before this process died is in the mailbox with one of them.
 */
export async function clientLetter(
  deps: DeliverDeps,
  care: CareRepositories,
  message: Message,
): Promise<Written> {
  const { clientId, messageId, aboutMessageId, way } = message;
  if (clientId === null || way === 'browser') throw new Error('A client has no such way.');
  const practice = await care.practice.read();
  if (practice === null) throw new Error('A message belongs to a practice that is not there.');
  const today = dateInZone(deps.now(), practice.timeZone);
  const facts = await care.messageFacts.ofClient(clientId, aboutMessageId ?? messageId, today);
  if (facts === null || !isMeant(message, facts)) return { is: 'notNeeded' };
  const morning = waitsUntil(message, facts, { now: deps.now(), timeZone: practice.timeZone });
  if (morning !== null) return { is: 'atNight', until: morning };
  if (facts.agreedWay === null) return { is: 'never', failure: 'notAgreed' };
  if (facts.agreedWay !== way) return goOtherWay(care, message, { clientId, way: facts.agreedWay });
  const hindered = obstacle(way, facts, deps.ways);
  // Tried until it ran out, it would look as if the client had not answered.
  if (hindered !== null) return { is: 'never', failure: hindered };
  const link = await freshLink(deps, care, { clientId, ...facts });
  const text = await textFor(care, message, { way, facts, link, practiceName: practice.name });
  return letterOf(messageId, way, facts, text);
}

/**
 * The morning for which a message waits; null for none. What a plan sends is written by day and kept from
 * a night into which it was delayed; what was written at night was pressed for then.
 */
function waitsUntil(
  { createdAt }: Message,
  { byPlan }: ClientFacts,
  { now, timeZone }: { readonly now: Instant; readonly timeZone: TimeZone },
): Instant | null {
  const wasPressed = !byPlan || nightEnds(createdAt, timeZone) !== null;
  return wasPressed ? null : nightEnds(now, timeZone);
}

/**
 * The client has agreed to another way since it was written: another message takes its place, and
 * this one goes nowhere.
 */
async function goOtherWay(
  care: CareRepositories,
  { purpose, messageId, aboutMessageId }: Message,
  to: { readonly clientId: ClientId; readonly way: Channel },
): Promise<Written> {
  await care.messages.add({
    ...to,
    purpose: purpose === 'reminder' ? 'reminder' : 'checkIn',
    aboutMessageId: aboutMessageId ?? messageId,
  });
  return { is: 'notNeeded' };
}

/** Whether it is still to be sent: to somebody in care, about something that waits, in no pause. */
function isMeant({ purpose }: Message, facts: ClientFacts): boolean {
  if (!facts.active || facts.administrationId === null || facts.pause === 'crisis') return false;
  // Who is away asked not to be reminded; what a clinician sends by hand meanwhile still goes out.
  return facts.pause === null || purpose !== 'reminder';
}

async function freshLink(
  { randomBytes, publicUrl }: Pick<DeliverDeps, 'randomBytes' | 'publicUrl'>,
  care: CareRepositories,
  to: Pick<ClientFacts, 'administrationId' | 'expiresAt'> & { readonly clientId: ClientId },
): Promise<string> {
  const { administrationId, expiresAt, clientId } = to;
  if (administrationId === null || expiresAt === null)
    throw new Error('Nothing is to be answered.');
  const { secret, tokenHash } = newLink(randomBytes);
  await care.portalLinks.add(tokenHash, { administrationId, expiresAt });
  await care.audit.append({
    action: 'administration.linkSent',
    clientId,
    subject: { administrationId },
  });
  return new URL(`/m/${secret}`, publicUrl).href;
}

async function textFor(
  care: CareRepositories,
  { purpose }: Message,
  of: {
    readonly way: Channel;
    readonly facts: ClientFacts;
    readonly link: string;
    readonly practiceName: string;
  },
): Promise<MessageText> {
  const { way, facts, link, practiceName } = of;
  const set = await care.practiceSettings.newest('wording');
  const which = {
    purpose: purpose === 'reminder' ? 'reminder' : 'checkIn',
    language: facts.language ?? 'english',
    way,
  } as const;
  return toClient(set?.value ?? DEFAULT_WORDING, which, { link, practiceName });
}
