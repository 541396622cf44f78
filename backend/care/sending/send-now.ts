import type { Caller } from '#backend/access/caller.ts';
import type { Administration } from '#backend/store/administrations.ts';
import type { SendNow } from '#shared/contracts/between-procedures.ts';
import { addDays, type Instant, instantOf } from '#shared/contracts/calendar.ts';
import type { MessageId } from '#shared/contracts/ids.ts';
import { ok, type Result, refuse } from '#shared/contracts/result.ts';
import { atHour } from '#shared/plans/local-hour.ts';
import { mayHandOut, pauseAt } from '#shared/plans/pauses.ts';
import { overlapsEarlier } from '#shared/plans/recall.ts';
import { recordSent } from '../send-check-in.ts';
import { countingDays, EARLIER_DAYS } from './earlier-days.ts';
import { handOver, type SendNowDeps } from './hand-over.ts';
import { type HeldClient, inHeldClient } from './held-client.ts';
import { offeredBy, type Sendable } from './offered.ts';
import { type ClientMoment, clientMoment } from './plan-moment.ts';
import type { SendingCare, SendNowRefusal } from './sending-care.ts';
import { wayTo } from './way-to.ts';

/** Days that what is sent by hand can be answered; it is due on the last whole one. Our choice. */
const OPEN_DAYS = 7;

/** Hour of the practice's day at which its link ends: not in the night, when somebody may be at it. */
const END_HOUR = 12;

/** What ends sooner than this and nobody has opened is not handed out again: it would be gone when it arrives. */
const LEAST_LEFT_MS = 24 * 3_600_000;

/** One press of a clinician, while the client is held. */
interface Press extends HeldClient {
  readonly newId: () => string;
  /** By which ways the server can send. */
  readonly channels: SendNowDeps['channels'];
  readonly caller: Caller;
  readonly input: SendNow;
  readonly moment: ClientMoment;
}

/**
 * Sends a measure or form by hand. One that was sent before and can be answered for a day longer, or is
 * opened, is handed out again instead: two of the same would be two truths about one week.
 */
export function sendNow(deps: SendNowDeps): SendingCare['sendNow'] {
  return (caller, input) =>
    inHeldClient(deps, { caller, clientId: input.clientId }, async ({ care, now }) => {
      const moment = await clientMoment(care, input.clientId, now);
      const { newId, channels } = deps;
      const press: Press = { newId, channels, care, now, caller, input, moment };
      const refusal = await clientRefusal(press);
      if (refusal !== null) return refuse(refusal);
      const sent = await sentBefore(press);
      if (!sent.ok) return sent;
      const administration = sent.value ?? (await makeNew(press));
      if ('refusal' in administration) return administration;
      const isPaused = pauseAt(moment.pauses, moment.asOf, moment.timeZone) !== null;
      const handing = { care, now, caller, input, administration, isPaused };
      const address = await handOver(deps, handing);
      await care.live.tell(input.clientId, 'client');
      const { administrationId, sentAt } = administration;
      return ok({ administrationId, sentAt, address });
    });
}

async function clientRefusal({
  care,
  channels,
  input,
  moment,
}: Press): Promise<SendNowRefusal | null> {
  const { asOf, timeZone, pauses } = moment;
  if (!(await care.clients.isInCare(input.clientId))) return 'clientNotInCare';
  if (!mayHandOut(pauseAt(pauses, asOf, timeZone))) return 'sendingPaused';
  if (input.by !== 'message') return null;
  const way = wayTo(await care.contacts.of(input.clientId), channels);
  return way === null ? 'notReachable' : null;
}

/** What this press made when it was asked before, or an earlier one to be handed out again; null for none. */
async function sentBefore({
  care,
  now,
  input,
}: Press): Promise<Result<Administration | null, 'alreadyRecorded'>> {
  const { administrationId, clientId, measureId } = input;
  const known = await care.administrations.find(administrationId);
  if (known === null) {
    const open = await care.administrations.openOf(clientId, measureId);
    const lasts = open !== null && (open.openedAt !== null || open.expiresAt > leastEnd(now));
    return ok(lasts ? open : null);
  }
  const isSame = known.clientId === clientId && known.instrumentId === measureId;
  const isOpen = known.completedAt === null && known.expiresAt > now;
  return isSame && isOpen ? ok(known) : refuse('alreadyRecorded');
}

async function makeNew(
  press: Press,
): Promise<Administration | { readonly ok: false; readonly refusal: SendNowRefusal }> {
  const { newId, care, input, moment, caller } = press;
  const offered = (await offeredBy(care)).get(input.measureId);
  if (offered === undefined) return refuse('notFound');
  if (offered.is !== 'sendable') return refuse('notSendable');
  if (!input.oftenMeant && (await asksTooSoon(press, offered.sendable))) {
    return refuse('moreOftenThanRecall');
  }
  const { administrationId, clientId, measureId: instrumentId, by: way } = input;
  const { version: instrumentVersion, formId } = offered.sendable;
  const { today, timeZone } = moment;
  await recordSent(care, {
    administrationId,
    clientId,
    instrumentId,
    instrumentVersion,
    dueOn: addDays(today, OPEN_DAYS - 1),
    expiresAt: atHour(addDays(today, OPEN_DAYS), END_HOUR, timeZone),
    ...(formId === null ? {} : { formId }),
  });
  await care.sendings.add({
    administrationId,
    clientId,
    instrumentId,
    messageId: newId() as MessageId,
    place: 1,
    way,
    sentBy: caller.staffId,
  });
  const made = await care.administrations.find(administrationId);
  if (made === null) throw new Error('What was just sent is not there.');
  return made;
}

async function asksTooSoon(
  { care, input, moment }: Press,
  { recallDays }: Sendable,
): Promise<boolean> {
  const { today, asOf } = moment;
  const since = addDays(today, -EARLIER_DAYS);
  const earlier = await care.sendings.earlier(input.clientId, since);
  // What is about to end unopened gives way to this one, and has asked nothing.
  const days = countingDays(earlier, input.measureId, leastEnd(asOf));
  return overlapsEarlier(today, days, recallDays);
}

function leastEnd(moment: Instant): Instant {
  return instantOf(new Date(Date.parse(moment) + LEAST_LEFT_MS));
}
