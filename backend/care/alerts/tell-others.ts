import type { Message } from '#backend/store/messages.ts';
import type { CareRepositories } from '#backend/store/store.ts';
import { hasAddress, namedBy, type Reachable, standInsOf } from '#shared/alerts/escalation.ts';
import type { Instant } from '#shared/contracts/calendar.ts';
import type { Channel } from '#shared/contracts/contact.ts';
import type { StaffId } from '#shared/contracts/ids.ts';
import { cliniciansOf, peopleAround } from './people-around.ts';
import { ladderInForce } from './tell-staff.ts';

/** By which ways the server can send, at this moment. */
interface Sender {
  readonly channels: readonly Channel[];
  readonly now: Instant;
  /** It has only begun to fail: nobody else is told unless another way to them was given up. */
  readonly mayYetArrive: boolean;
}

/**
 * Tells others what a message does not bring to somebody of the practice, in the transaction that
 * writes this down: by the other ways that lead to them, else whoever stands in. Nobody once somebody
 * has dealt with the alert, or while another message of the same goes out. Nobody twice by one way.
 */
export async function tellOthers(
  care: CareRepositories,
  unreached: Message,
  { channels, now, mayYetArrive }: Sender,
): Promise<void> {
  const { staffId } = unreached;
  if (staffId === null) return;
  // Of two that fail at one moment, each would count on the other.
  await care.staff.holdAll();
  const clinicians = await cliniciansAbout(care, unreached);
  if (clinicians === null) return;
  const tried = await care.messageFacts.triedBeside(unreached);
  if (tried.some((one) => goesOut(one, channels))) return;
  const isRefused = tried.some((one) => one.staffId === staffId && one.gaveUpAt !== null);
  if (mayYetArrive && !isRefused) return;
  const { emergency, urgent } = await ladderInForce(care);
  const people = await peopleAround(care, clinicians, channels);
  const reachable = people.reachable.map((one) => withoutTried(one, [unreached, ...tried]));
  const own = reachable.filter((one) => one.staffId === staffId && hasAddress(one));
  const told =
    own.length > 0 ? own : standInsOf({ ...people, reachable }, namedBy([...emergency, ...urgent]));
  for (const one of told) {
    for (const way of one.ways) await write(care, unreached, { staffId: one.staffId, way, now });
  }
}

/**
 * The clinicians of the client whom a message is about; null where nothing waits any more. None for
 * one about an answer, which names no client, and for whoever was not told as one of them: those of
 * them who were told and did not answer do not stand in for a backup person.
 */
async function cliniciansAbout(
  care: CareRepositories,
  { alertId, staffId }: Message,
): Promise<readonly StaffId[] | null> {
  if (alertId === null) return [];
  const alert = await care.alerts.find(alertId);
  if (alert === null || alert.status !== 'open' || alert.snoozed !== null) return null;
  const clinicians = await cliniciansOf(care, alert.clientId);
  return clinicians.some((one) => one === staffId) ? clinicians : [];
}

type Tried = Pick<Message, 'staffId' | 'way' | 'sentAt' | 'cancelledAt' | 'failure'>;

/** Whether it was sent, or waits for its first try: what has failed may go on to, and is counted on by nobody. */
export function goesOut(
  { way, sentAt, cancelledAt, failure }: Tried,
  channels: readonly Channel[],
): boolean {
  if (sentAt !== null) return true;
  return cancelledAt === null && failure === null && channels.some((channel) => channel === way);
}

/** The ways that leave the building and were not tried. */
function withoutTried({ staffId, ways }: Reachable, tried: readonly Tried[]): Reachable {
  const isTried = (way: Reachable['ways'][number]) =>
    tried.some((one) => one.staffId === staffId && one.way === way);
  return { staffId, ways: ways.filter((way) => way !== 'browser' && !isTried(way)) };
}

/** Writes what was to be told to one person for another. */
async function write(
  care: CareRepositories,
  { messageId, aboutMessageId, alertId, ladderVersion, step, evidenceAt }: Message,
  to: { readonly staffId: StaffId; readonly way: Reachable['ways'][number]; readonly now: Instant },
): Promise<void> {
  const { staffId, way, now: dueAt } = to;
  if (alertId === null || ladderVersion === null || step === null || evidenceAt === null) {
    const first = aboutMessageId ?? messageId;
    await care.messages.add({ purpose: 'answer', staffId, way, aboutMessageId: first });
  } else {
    await care.messages.addOnce({
      staffId,
      way,
      alertId,
      ladderVersion,
      step,
      evidenceAt,
      dueAt,
    });
  }
}
