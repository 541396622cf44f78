import { v7 } from 'uuid';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { hashOfSecret } from '#backend/care/link-secret.ts';
import { deliver } from '#backend/care/messages/deliver.ts';
import { leaseEnds } from '#backend/delivery/pace.ts';
import type { PauseId } from '#shared/contracts/ids.ts';
import { startTestDatabase, type TestDatabase } from '#test/support/database.ts';
import { type Relay, startRelay } from '#test/support/mail-relay.ts';
import { NOW, opening, seenAs } from '../store/scene.ts';
import {
  CLIENT,
  type DeliveryScene,
  mailWays,
  NO_WAYS,
  setDeliveryScene,
  today,
  writeAlert,
  writeCheckIn,
} from './scene.ts';

let database: TestDatabase;
let relay: Relay;
let scene: DeliveryScene;

beforeAll(async () => {
  database = await startTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  relay = await startRelay({ login: true });
  scene = await setDeliveryScene(database);
});
afterEach(() => relay.close());

/** Sends a message as the scene’s backend. */
async function send({ messageId }: Pick<Awaited<ReturnType<typeof writeCheckIn>>, 'messageId'>) {
  const { practiceId } = scene;
  await deliver(scene.deps(mailWays(relay)), { practiceId, messageId });
  return scene.row(messageId);
}

describe('a check-in', () => {
  test('reaches the client by a real relay, after a login, with a link that opens it', async () => {
    const { messageId, administrationId } = await writeCheckIn(scene);
    const row = await send({ messageId });
    expect(row).toMatchObject({ sentAt: scene.now(), attempts: 1, failure: null });
    const [mail] = relay.mails;
    expect(mail).toMatchObject({
      from: 'messages@example.test',
      to: [CLIENT.email],
      messageId: `${messageId}@throughline.example`,
      user: 'throughline',
    });
    const secret = /\/m\/([\w-]{43})/.exec(mail?.raw.replaceAll('=\r\n', '') ?? '')?.[1] ?? '';
    const link = await database.store.directory.portalLink(hashOfSecret(secret) ?? '', scene.now());
    expect(link).toMatchObject({ practiceId: scene.practiceId, administrationId });
  });

  test('is sent once, however many backends were told of it', async () => {
    const ref = { practiceId: scene.practiceId, ...(await writeCheckIn(scene)) };
    const deps = scene.deps(mailWays(relay));
    await Promise.all(Array.from({ length: 8 }, () => deliver(deps, ref)));
    await deliver(deps, ref);
    expect(relay.mails).toHaveLength(1);
  });

  test('is not sent before it is due', async () => {
    const { clientId } = scene;
    const messageId = await scene.act((care) =>
      care.messages.add({
        purpose: 'checkIn',
        clientId,
        way: 'email',
        dueAt: '2026-11-21T18:58:00.000Z' as never,
      }),
    );
    expect(await send({ messageId })).toMatchObject({ attempts: 0, sentAt: null });
  });

  test.each(['crisis', 'away'] as const)('by hand in a pause: %s', async (reason) => {
    const sent = await writeCheckIn(scene);
    const { clientId, staffId } = scene;
    const pause = { clientId, pauseId: v7() as PauseId, reason, from: today(scene), until: null };
    await scene.act((care) => care.pauses.add(pause, staffId));
    const row = await send(sent);
    expect(row.cancelledAt).toBe(reason === 'crisis' ? scene.now() : null);
    expect(relay.mails).toHaveLength(reason === 'crisis' ? 0 : 1);
  });

  test('is no longer needed once it was answered', async () => {
    const sent = await writeCheckIn(scene);
    await database.asSuperuser(
      `update care.administration set completed_at = $2, opened_at = $2
       where administration_id = $1`,
      [sent.administrationId, scene.now()],
    );
    expect(await send(sent)).toMatchObject({ sentAt: null, cancelledAt: scene.now() });
  });

  test('is not sent to somebody who left care', async () => {
    const sent = await writeCheckIn(scene);
    await database.asSuperuser('update care.client set active = false where client_id = $1', [
      scene.clientId,
    ]);
    expect(await send(sent)).toMatchObject({ cancelledAt: scene.now() });
    expect(relay.mails).toEqual([]);
  });

  test('goes by the way that is agreed to now, though it was written for another', async () => {
    const { clientId } = scene;
    const { messageId } = await writeCheckIn(scene);
    const reminder = {
      purpose: 'reminder',
      clientId,
      way: 'email',
      aboutMessageId: messageId,
    } as const;
    const remindedBy = await scene.act((care) => care.messages.add(reminder));
    await scene.act(async (care) =>
      care.contacts.put(clientId, { ...(await care.contacts.of(clientId)), channel: 'text' }),
    );
    expect(await send({ messageId })).toMatchObject({ cancelledAt: scene.now(), sentAt: null });
    await send({ messageId: remindedBy });
    expect(relay.mails).toEqual([]);
    const waiting = await scene.act(async (care) => {
      const due = await care.messages.due(10);
      return Promise.all(due.map(({ messageId: one }) => care.messages.find(one)));
    });
    const shown = { way: 'text', clientId, aboutMessageId: messageId };
    expect(waiting).toHaveLength(2);
    expect(waiting).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ ...shown, purpose: 'checkIn' }),
        expect.objectContaining({ ...shown, purpose: 'reminder' }),
      ]),
    );
  });

  test('to somebody without consent is given up, and listed', async () => {
    const unasked = await writeCheckIn(scene);
    await scene.act(async (care) =>
      care.contacts.put(scene.clientId, {
        ...(await care.contacts.of(scene.clientId)),
        channel: null,
        agreedAt: null,
      }),
    );
    expect(await send(unasked)).toMatchObject({ failure: 'notAgreed', gaveUpAt: scene.now() });
    const dead = await scene.act((care) => care.messages.dead(10));
    expect(dead).toHaveLength(1);
    expect(relay.mails).toEqual([]);
  });
});

describe('an alert’s step', () => {
  test('reaches the clinician', async () => {
    const row = await send(await writeAlert(scene));
    expect(row.sentAt).toBe(scene.now());
    expect(relay.mails).toHaveLength(1);
  });

  test('is written once for each piece of evidence', async () => {
    const { alertId } = await writeAlert(scene);
    const { staffId } = scene;
    const of = { alertId, staffId, way: 'email', ladderVersion: 2, step: 1 } as const;
    const at = { evidenceAt: seenAs('').seenLatestAt, dueAt: scene.now() };
    expect(await scene.act((care) => care.messages.addOnce({ ...of, ...at }))).toBe(false);
    const later = { ...at, evidenceAt: scene.now(), step: 2 };
    expect(await scene.act((care) => care.messages.addOnce({ ...of, ...later }))).toBe(true);
  });

  test('is no longer needed once somebody acknowledged it', async () => {
    const { messageId, alertId } = await writeAlert(scene);
    await scene.act((care) =>
      care.alerts.acknowledge(alertId, scene.staffId, seenAs('contactedClient')),
    );
    expect(await send({ messageId })).toMatchObject({ cancelledAt: scene.now(), sentAt: null });
    expect(relay.mails).toEqual([]);
  });

  test('calls a browser with the commit, and leaves no building', async () => {
    const row = await send(await writeAlert(scene, 'browser'));
    expect(row).toMatchObject({ sentAt: scene.now() });
    expect(relay.mails).toEqual([]);
  });
});

/** How it stands with what the practice's own people are to be told. */
const standing = () => scene.act((care) => care.messages.standing(scene.now()));

test('a step whose first try was never concluded is overdue once its lease has ended', async () => {
  const { messageId } = await writeAlert(scene);
  await scene.act((care) => care.messages.tried(messageId, leaseEnds(scene.now())));
  scene.clock.advance(179);
  expect(await standing()).toMatchObject({ failing: 0, overdue: 0, since: null });
  scene.clock.advance(2);
  expect(await standing()).toMatchObject({ failing: 0, overdue: 1, since: NOW });
});

describe('a way that the server lacks', () => {
  test('gives a client’s check-in up at once: waiting would look like their silence', async () => {
    const { messageId } = await writeCheckIn(scene, 'text');
    expect(await send({ messageId })).toMatchObject({
      failure: 'wayUnset',
      gaveUpAt: scene.now(),
      attempts: 0,
    });
    const dead = await scene.act((care) => care.messages.dead(10));
    expect(dead.map((one) => one.messageId)).toEqual([messageId]);
  });

  test('counts as failing at once where no other leads to them', async () => {
    const { messageId } = await writeAlert(scene, 'text');
    await scene.act((care) =>
      care.staffContacts.put(scene.staffId, { email: null, phone: '+13125550143' }),
    );
    expect(await send({ messageId })).toMatchObject({ failure: 'wayUnset', sentAt: null });
    expect(await standing()).toMatchObject({ failing: 1, overdue: 0, dead: 0 });
  });

  test('gives way to the other, which is written down', async () => {
    const { messageId } = await writeAlert(scene, 'text');
    expect(await send({ messageId })).toMatchObject({ failure: null, sentAt: scene.now() });
    expect(relay.mails).toHaveLength(1);
    expect(await standing()).toMatchObject({ failing: 0, overdue: 0, dead: 0 });
    const [sent] = await database.asSuperuser<{ readonly way: string }>(
      `select subject ->> 'way' as way from care.audit_event
       where action = 'message.sent' and subject ->> 'messageId' = $1`,
      [messageId],
    );
    expect(sent?.way).toBe('email');
  });

  test('is not needed where the step goes by the other as well', async () => {
    const { messageId, alertId } = await writeAlert(scene, 'email');
    const { staffId } = scene;
    const of = { alertId, staffId, way: 'text', ladderVersion: 1, step: 1 } as const;
    const at = { evidenceAt: opening().latestAt, dueAt: scene.now() };
    await scene.act((care) => care.messages.addOnce({ ...of, ...at }));
    const both = await scene.act((care) => care.messages.due(10));
    for (const { messageId: one } of both) await send({ messageId: one });
    expect(both).toHaveLength(2);
    expect(relay.mails.map((mail) => mail.messageId)).toEqual([`${messageId}@throughline.example`]);
    expect(await standing()).toMatchObject({ failing: 0, overdue: 0, dead: 0 });
  });
});

test('a server without a way sends nothing, says so, and sends once it has one', async () => {
  const { messageId } = await writeAlert(scene);
  await deliver(scene.deps(NO_WAYS), { practiceId: scene.practiceId, messageId });
  expect(await scene.row(messageId)).toMatchObject({ failure: 'wayUnset', sentAt: null });
  scene.clock.advance(3600);
  expect((await send({ messageId })).sentAt).toBe(scene.now());
});
