import { randomBytes } from 'node:crypto';
import { v7 } from 'uuid';
import type { DeliverDeps } from '#backend/care/messages/deliver-deps.ts';
import { createWays } from '#backend/delivery/create-ways.ts';
import { channelsOf, type Ways } from '#backend/delivery/ways.ts';
import type { Message } from '#backend/store/messages.ts';
import type { CareRepositories } from '#backend/store/store.ts';
import { dateInZone, type Instant, instantOf } from '#shared/contracts/calendar.ts';
import type { Channel } from '#shared/contracts/contact.ts';
import type { AdministrationId, AlertId, MessageId, StaffId } from '#shared/contracts/ids.ts';
import { stillClock } from '#test/support/clock.ts';
import type { TestDatabase } from '#test/support/database.ts';
import type { Relay } from '#test/support/mail-relay.ts';
import { NOW, opening, type Scene, sendMeasure, setScene } from '../store/scene.ts';

/** Addresses of invented people. */
export const CLIENT = { email: 'rosalind@example.test', phone: '+13125550142' } as const;
const STAFF = { email: 'ines@example.test', phone: '+13125550143' } as const;

/** What the practice is called where nobody may read it. */
const PRACTICE = 'Cedar Practice';

/** No way out of the building. */
export const NO_WAYS: Ways = { mail: null, text: null };

/** A practice that writes to its client and its clinician. */
export interface DeliveryScene extends Scene {
  readonly clock: ReturnType<typeof stillClock>;
  /** The moment on the clock. */
  readonly now: () => Instant;
  readonly deps: (ways: Ways) => DeliverDeps;
  /** Runs work as the clinician at the moment on the clock. */
  readonly act: <T>(work: (care: CareRepositories) => Promise<T>) => Promise<T>;
  /** A message as it is stored. */
  readonly row: (messageId: MessageId) => Promise<Message>;
}

/** Sets the scene: both can be reached by mail and text, and the client has agreed to it. */
export async function setDeliveryScene(
  { store }: TestDatabase,
  name = PRACTICE,
): Promise<DeliveryScene> {
  const scene = await setScene(store, name);
  const clock = stillClock(NOW);
  const now = () => instantOf(clock.now());
  const act = <T>(work: (care: CareRepositories) => Promise<T>) =>
    store.inPractice(scene.at(now()), work);
  await act(async (care) => {
    await care.contacts.put(scene.clientId, {
      ...CLIENT,
      channel: 'email',
      language: 'english',
      country: 'US',
      agreedAt: NOW,
    });
    await care.staffContacts.put(scene.staffId, STAFF);
  });
  return {
    ...scene,
    clock,
    now,
    act,
    deps: (ways) => ({
      store,
      now,
      newId: v7,
      randomBytes,
      channels: channelsOf(ways),
      ways,
      publicUrl: new URL('https://throughline.example'),
    }),
    async row(messageId) {
      const row = await act((care) => care.messages.find(messageId));
      if (row === null) throw new Error('no such message');
      return row;
    },
  };
}

/** The ways of a server whose relay this is. */
export function mailWays({ url }: Pick<Relay, 'url'>): Ways {
  return createWays(
    { mail: { by: 'smtp', url, from: 'messages@example.test' }, text: null },
    { publicUrl: new URL('https://throughline.example'), fetch },
  );
}

/** A check-in was sent to the client by the way that they agreed to, with the message that carries its link. */
export async function writeCheckIn(
  scene: DeliveryScene,
  way: Channel = 'email',
): Promise<{ readonly messageId: MessageId; readonly administrationId: AdministrationId }> {
  const { clientId, staffId } = scene;
  const messageId = v7() as MessageId;
  return scene.act(async (care) => {
    const administrationId = await sendMeasure(care, clientId);
    await care.sendings.add({
      administrationId,
      clientId,
      instrumentId: 'phq-9',
      messageId,
      place: 1,
      way: 'message',
      sentBy: staffId,
    });
    await care.contacts.put(clientId, { ...(await care.contacts.of(clientId)), channel: way });
    await care.messages.add({ messageId, purpose: 'checkIn', clientId, way });
    return { messageId, administrationId };
  });
}

/** An alert was opened, and a step of the ladder tells the clinician. */
export async function writeAlert(
  scene: DeliveryScene,
  way: 'email' | 'text' | 'browser' = 'email',
  staffId: StaffId = scene.staffId,
): Promise<{ readonly messageId: MessageId; readonly alertId: AlertId }> {
  return scene.act(async (care) => {
    const alertId = await care.alerts.apply(scene.clientId, opening(), 0);
    const { latestAt: evidenceAt } = opening();
    const of = { staffId, way, alertId, ladderVersion: 1, evidenceAt, dueAt: scene.now() };
    await care.messages.addOnce({ ...of, step: 1 });
    const due = await care.messages.due(100);
    const written = due.findLast(({ toStaff }) => toStaff);
    if (written === undefined) throw new Error('no message was written');
    return { messageId: written.messageId, alertId };
  });
}

/** Some days later, by the scene's own clock. */
export function today(scene: DeliveryScene) {
  return dateInZone(scene.now(), 'America/Chicago');
}
