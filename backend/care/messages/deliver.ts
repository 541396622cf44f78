import type { Failure, Outcome } from '#backend/delivery/outcome.ts';
import { later } from '#backend/delivery/outcome.ts';
import {
  leaseEnds,
  MOST_TRIES,
  MOST_TRIES_OF_ANSWER,
  nextTry,
  TRY_MS,
} from '#backend/delivery/pace.ts';
import { channelsOf, type Ways } from '#backend/delivery/ways.ts';
import type { Message } from '#backend/store/messages.ts';
import type { CareRepositories, Scope } from '#backend/store/store.ts';
import type { MessageId, PracticeId } from '#shared/contracts/ids.ts';
import { tellOthers } from '../alerts/tell-others.ts';
import { clientLetter } from './client-letter.ts';
import type { DeliverDeps } from './deliver-deps.ts';
import type { Letter, Written } from './letter.ts';
import { staffLetter } from './staff-letter.ts';

/** Which message; all that a job carries. */
export interface MessageRef {
  readonly practiceId: PracticeId;
  readonly messageId: MessageId;
}

/**
 * Sends one message, if it is due and still meant. Called twice at once it sends once; called again
 * after a crash at any step it sends again at worst, under the same Message-ID, and never not at all:
 *
 * 1. One transaction takes the message, looks at what holds now, makes text, address and link, and
 *    puts off when anybody else may try. It commits before anything leaves the building.
 * 2. The relay or gateway is asked, for a minute at most.
 * 3. A second transaction writes down how that ended. If it never comes, the message is due again.
 */
export async function deliver(deps: DeliverDeps, ref: MessageRef): Promise<void> {
  const written = await deps.store.inPractice(scopeOf(deps, ref), (care) =>
    write(deps, care, ref.messageId),
  );
  if (written === null) return;
  const outcome = await carry(deps.ways, written.letter);
  await deps.store.inPractice(scopeOf(deps, ref), (care) => conclude(deps, care, written, outcome));
}

function scopeOf(deps: DeliverDeps, { practiceId }: MessageRef): Scope {
  return {
    practiceId,
    actor: { kind: 'system', name: 'delivery' },
    requestId: deps.newId(),
    now: deps.now(),
  };
}

/** A message under way: the letter exists in this process alone. */
interface UnderWay {
  readonly message: Message;
  readonly letter: Letter;
  /** With this one. */
  readonly tries: number;
}

async function write(
  deps: DeliverDeps,
  care: CareRepositories,
  messageId: MessageId,
): Promise<UnderWay | null> {
  const message = await care.messages.hold(messageId);
  if (message === null) return null;
  const written = await letterFor(deps, care, message);
  if (written.is === 'letter') {
    await care.messages.tried(messageId, leaseEnds(deps.now()));
    return { message, letter: written.letter, tries: message.attempts + 1 };
  }
  if (written.is === 'notNeeded') {
    await care.messages.cancel(messageId);
    await record(care, message, 'message.cancelled');
  } else if (written.is === 'done') {
    await care.messages.sent(messageId);
    await record(care, message, 'message.sent');
  } else if (written.is === 'atNight') {
    await care.messages.failed(messageId, written.is, written.until);
  } else if (written.is === 'later') {
    await waitForWay(deps, care, message, written.failure);
  } else {
    await giveUp(deps, care, message, written.failure);
    if (message.clientId !== null) await care.live.tell(message.clientId, 'client');
  }
  return null;
}

/**
 * The server lacks the way: it looks again in an hour, whether it has one. Each look counts where a
 * message has to end by itself.
 */
async function waitForWay(
  deps: DeliverDeps,
  care: CareRepositories,
  message: Message,
  failure: Failure,
): Promise<void> {
  const { messageId, purpose, attempts } = message;
  if (attempts + 1 >= mostTriesOf(message)) {
    await giveUp(deps, care, message, failure);
    return;
  }
  const nextAt = nextTry(deps.now(), MOST_TRIES);
  if (purpose === 'answer') await care.messages.tried(messageId, nextAt);
  await care.messages.failed(messageId, failure, nextAt);
  if (message.failure !== failure) await bringInOthers(deps, care, message);
}

async function letterFor(
  deps: DeliverDeps,
  care: CareRepositories,
  message: Message,
): Promise<Written> {
  return message.clientId === null
    ? staffLetter(deps, care, message)
    : clientLetter(deps, care, message);
}

async function carry(ways: Ways, letter: Letter): Promise<Outcome> {
  const signal = AbortSignal.timeout(TRY_MS);
  const carried =
    letter.by === 'email' ? ways.mail?.(letter.mail, signal) : ways.text?.(letter.text, signal);
  return (await carried) ?? later('wayUnset');
}

async function conclude(
  deps: DeliverDeps,
  care: CareRepositories,
  { message, letter, tries }: UnderWay,
  outcome: Outcome,
): Promise<void> {
  const { messageId } = message;
  const carried = { ...message, way: letter.by };
  if (outcome.ok) {
    await care.messages.sent(messageId);
    await record(care, carried, 'message.sent');
  } else if (outcome.forGood || tries >= mostTriesOf(message)) {
    await giveUp(deps, care, carried, outcome.failure);
  } else {
    await care.messages.failed(messageId, outcome.failure, nextTry(deps.now(), tries));
    const isFirst = message.failure === null && tries < MOST_TRIES;
    if (isFirst || tries === MOST_TRIES) await bringInOthers(deps, care, carried, isFirst);
  }
  if (message.clientId !== null) await care.live.tell(message.clientId, 'client');
}

/**
 * Tries after which a message that may be taken the next time is given up. A step of the ladder never
 * is: it is not sent any more once somebody has dealt with the alert.
 */
function mostTriesOf({ purpose }: Message): number {
  if (purpose === 'alert') return Number.POSITIVE_INFINITY;
  return purpose === 'answer' ? MOST_TRIES_OF_ANSWER : MOST_TRIES;
}

async function giveUp(
  deps: DeliverDeps,
  care: CareRepositories,
  message: Message,
  failure: Failure,
): Promise<void> {
  await care.messages.giveUp(message.messageId, failure);
  await record(care, message, 'message.gaveUp');
  await bringInOthers(deps, care, message);
}

/** What somebody of the practice is not told, others are. */
async function bringInOthers(
  { ways, now }: DeliverDeps,
  care: CareRepositories,
  message: Message,
  mayYetArrive = false,
): Promise<void> {
  await tellOthers(care, message, { channels: channelsOf(ways), now: now(), mayYetArrive });
}

async function record(
  care: CareRepositories,
  { clientId, messageId, purpose, way }: Message,
  action: 'message.sent' | 'message.cancelled' | 'message.gaveUp',
): Promise<void> {
  await care.audit.append({ action, clientId, subject: { messageId, purpose, way } });
}
