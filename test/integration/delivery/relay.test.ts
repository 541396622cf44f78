import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { deliver } from '#backend/care/messages/deliver.ts';
import { smtpWay } from '#backend/delivery/mail/smtp.ts';
import { MOST_TRIES, nextTry } from '#backend/delivery/pace.ts';
import type { MessageId } from '#shared/contracts/ids.ts';
import { startTestDatabase, type TestDatabase } from '#test/support/database.ts';
import { type Relay, startRelay } from '#test/support/mail-relay.ts';
import {
  type DeliveryScene,
  mailWays,
  setDeliveryScene,
  writeAlert,
  writeCheckIn,
} from './scene.ts';

let database: TestDatabase;
let relay: Relay;
let scene: DeliveryScene;
let messageId: MessageId;

beforeAll(async () => {
  database = await startTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  relay = await startRelay();
  scene = await setDeliveryScene(database);
  ({ messageId } = await writeAlert(scene));
});
afterEach(() => relay.close());

async function send(to: Pick<Relay, 'url'> = relay) {
  await deliver(scene.deps(mailWays(to)), { practiceId: scene.practiceId, messageId });
  return scene.row(messageId);
}

test('a relay that is down is tried again when it may be up', async () => {
  const { url } = relay;
  await relay.close();
  const failed = await send();
  expect(failed).toMatchObject({ failure: 'notReached', sentAt: null, gaveUpAt: null });
  expect(failed.dueAt).toBe(nextTry(scene.now(), 1));
  relay = await startRelay({ port: Number(url.port) });
  expect((await send()).sentAt).toBeNull();
  scene.clock.advance(15);
  expect(await send()).toMatchObject({ sentAt: scene.now(), failure: null, attempts: 2 });
  expect(relay.mails).toHaveLength(1);
});

describe.each(['RCPT', 'DATA'] as const)('a refusal of %s', (at) => {
  test('for now is tried again, with pauses that grow, and given up in the end', async () => {
    relay.mood = { is: 'refuses', at, code: 451 };
    ({ messageId } = await writeCheckIn(scene));
    let row = await send();
    expect(row).toMatchObject({ failure: 'relayBusy', gaveUpAt: null });
    for (let tries = 2; tries <= MOST_TRIES; tries += 1) {
      scene.clock.advance(3600);
      row = await send();
      expect(row.attempts).toBe(tries);
    }
    expect(row).toMatchObject({ failure: 'relayBusy', gaveUpAt: scene.now(), sentAt: null });
  });

  test('for good is given up at once', async () => {
    relay.mood = { is: 'refuses', at, code: 550 };
    const failure = at === 'RCPT' ? 'addressRefused' : 'relayRefused';
    expect(await send()).toMatchObject({ failure, gaveUpAt: scene.now(), attempts: 1 });
  });

  test('leaves none of the relay’s words anywhere', async () => {
    relay.mood = { is: 'refuses', at, code: 550 };
    await send();
    const rows = await database.asSuperuser(
      `select to_jsonb(m)::text as kept from care.message m where message_id = $1
       union all select subject::text from care.audit_event where practice_id = $2`,
      [messageId, scene.practiceId],
    );
    expect(JSON.stringify(rows)).not.toMatch(/welcome|example\.test/);
  });
});

test('a login that is refused is mended by a person: it is tried again', async () => {
  const asks = await startRelay({ login: true });
  const url = new URL(asks.url);
  url.password = 'another';
  expect(await send({ url })).toMatchObject({ failure: 'loginRefused', gaveUpAt: null });
  await asks.close();
});

test('a slow relay is waited for, and nobody else sends meanwhile', async () => {
  const slow = Promise.withResolvers<void>();
  relay.mood = { is: 'waits', until: slow.promise };
  const arrived = relay.nextMail();
  const first = send();
  await arrived;
  scene.clock.advance(100);
  expect(await send()).toMatchObject({ sentAt: null, attempts: 1 });
  slow.resolve();
  expect((await first).sentAt).toBe(scene.now());
  expect(relay.mails).toHaveLength(1);
});

test('a mail that was taken by a backend that then died comes again with its Message-ID', async () => {
  relay.mood = { is: 'hangs' };
  const arrived = relay.nextMail();
  // What this one learns, it learns too late: it counts as dead.
  const dead = send();
  await arrived;
  relay.mood = { is: 'takes' };
  scene.clock.advance(181);
  expect(await send()).toMatchObject({ sentAt: scene.now(), attempts: 2 });
  const ids = relay.mails.map((mail) => mail.messageId);
  expect(ids).toEqual([ids[0], ids[0]]);
  await relay.close();
  await dead;
  expect((await scene.row(messageId)).sentAt).not.toBeNull();
  relay = await startRelay();
});

test('a relay beyond this machine is told nothing without TLS', async () => {
  const settings = { from: 'messages@example.test', domain: 'throughline.example' };
  const way = smtpWay({ ...settings, url: relay.url, isLoopback: false });
  const mail = { messageId, to: 'ines@example.test', subject: 'A', text: 'B' };
  const outcome = await way(mail, new AbortController().signal);
  expect(outcome).toEqual({ ok: false, failure: 'unsecured', forGood: false });
  expect(relay.mails).toEqual([]);
});
