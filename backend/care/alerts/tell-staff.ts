import type { CareRepositories } from '#backend/store/store.ts';
import {
  DEFAULT_LADDER,
  hasAddress,
  type LadderPeople,
  ladderMessages,
  namedBy,
  stepsFor,
  withStandIns,
} from '#shared/alerts/escalation.ts';
import type { Alert } from '#shared/contracts/alert.ts';
import type { Instant } from '#shared/contracts/calendar.ts';
import { Channel } from '#shared/contracts/contact.ts';
import type { ClientId, StaffId } from '#shared/contracts/ids.ts';
import type { EscalationLadder } from '#shared/contracts/ladder.ts';
import { cliniciansOf, peopleAround } from './people-around.ts';

interface OfClient {
  readonly clientId: ClientId;
}

/** What the ladder is gone through for: an alert's evidence, and from when on the steps count. */
interface Waiting extends OfClient, Pick<Alert, 'alertId' | 'tier'> {
  readonly evidenceAt: Instant;
  readonly from: Instant;
}

/** By which ladder, and whom: `canBeTold` is false where a message can leave for nobody now. */
interface Told {
  readonly ladder: EscalationLadder;
  readonly people: LadderPeople;
  readonly canBeTold: boolean;
}

/** The practice's ladder as it stands. */
export async function ladderInForce(care: CareRepositories): Promise<EscalationLadder> {
  return (await care.practiceSettings.newest('ladder'))?.value ?? DEFAULT_LADDER;
}

/**
 * Writes the messages of all steps of the ladder for an alert's newest evidence, in the transaction
 * that the evidence is written in; what the ladder still had to say of older evidence is cancelled.
 * They carry ids only, and go by the channels that this server has. Nothing for a tier that waits in a
 * list.
 */
export async function tellByLadder(
  care: CareRepositories,
  { clientId, latestAt, ...alert }: Pick<Alert, 'alertId' | 'tier' | 'latestAt'> & OfClient,
  channels: readonly Channel[],
): Promise<void> {
  await care.messages.cancelUnsentOfAlert(alert.alertId);
  const told = await toldNow(care, await cliniciansOf(care, clientId), channels);
  const about = { ...alert, clientId, evidenceAt: latestAt, from: latestAt };
  await writeSteps(care, about, told);
}

/**
 * Writes of what waits of a client whose clinician has just changed: the ladder from now on, for those
 * who hold the client now or whoever stands in for them. What it still has to say to others stands as
 * it was.
 */
export async function tellOfHandOver(
  care: CareRepositories,
  clientId: ClientId,
  {
    clinicians,
    now,
    channels,
  }: {
    readonly clinicians: readonly StaffId[];
    readonly now: Instant;
    readonly channels: readonly Channel[];
  },
): Promise<void> {
  const told = await toldNow(care, clinicians, channels);
  for (const { alertId, tier, latestAt, snoozed } of await care.alerts.holdOpenOf(clientId)) {
    if (snoozed !== null) continue;
    const about = { clientId, alertId, tier, evidenceAt: latestAt, from: now };
    await writeSteps(care, about, told);
  }
}

/**
 * The ladder as it stands, and who there is. Where this server can send to nobody, by all addresses
 * there are: what is written so leaves as soon as the server has a way.
 */
async function toldNow(
  care: CareRepositories,
  clinicians: readonly StaffId[],
  channels: readonly Channel[],
): Promise<Told> {
  const ladder = await ladderInForce(care);
  const people = await peopleAround(care, clinicians, channels);
  if (people.reachable.some(hasAddress)) return { ladder, people, canBeTold: true };
  const waiting = await peopleAround(care, clinicians, Channel.options);
  return { ladder, people: waiting, canBeTold: false };
}

/** Writes the steps that were not written before, and a record where nobody at all can be told. */
async function writeSteps(
  care: CareRepositories,
  { clientId, alertId, tier, evidenceAt, from }: Waiting,
  { ladder, people, canBeTold }: Told,
): Promise<void> {
  if (stepsFor(ladder, tier).length === 0) return;
  for (const message of ladderMessages(ladder, { tier, evidenceAt: from }, people)) {
    const about = { alertId, ladderVersion: ladder.version, evidenceAt };
    await care.messages.addOnce({ ...message, ...about });
  }
  if (canBeTold) return;
  await care.audit.append({ action: 'alert.nobodyToTell', clientId, subject: { alertId } });
}

/**
 * Writes to the clinicians of a client, or whoever stands in for them, by every way that leads to them,
 * that an answer waits.
 */
export async function tellOfAnswer(
  care: CareRepositories,
  clientId: ClientId,
  channels: readonly Channel[],
): Promise<void> {
  const { emergency, urgent } = await ladderInForce(care);
  const people = await peopleAround(care, await cliniciansOf(care, clientId), channels);
  const told = withStandIns(people.clinicians, people, namedBy([...emergency, ...urgent]));
  for (const { staffId, ways } of told) {
    for (const way of ways) await care.messages.add({ purpose: 'answer', staffId, way });
  }
}
