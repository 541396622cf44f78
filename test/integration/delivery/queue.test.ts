import { pino } from 'pino';
import { v7 } from 'uuid';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { createQueue } from '#backend/delivery/queue.ts';
import { keepDelivering } from '#backend/rounds/delivery.ts';
import { createStore } from '#backend/store/store.ts';
import { instantOf } from '#shared/contracts/calendar.ts';
import { startTestDatabase, type TestDatabase } from '#test/support/database.ts';
import { type Relay, startRelay } from '#test/support/mail-relay.ts';
import { until } from '#test/support/until.ts';
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
let lifetime: AbortController;
let running: Promise<void>[];
const complaints: string[] = [];
/** For how long each round lets the next wait at most, in milliseconds. */
const pauses: number[] = [];

beforeAll(async () => {
  database = await startTestDatabase();
  relay = await startRelay();
});
afterAll(async () => {
  await relay.close();
  await database.close();
});
beforeEach(async () => {
  scene = await setDeliveryScene(database);
  lifetime = new AbortController();
  running = [];
  complaints.length = 0;
  pauses.length = 0;
});
afterEach(async () => {
  lifetime.abort();
  await Promise.all(running);
  expect(complaints).toEqual([]);
});

/** A backend that sends; it goes round once, and again whenever it is told to. */
function startBackend(
  store = database.store,
  ways = mailWays(relay),
): { readonly goRound: () => void } {
  let again = Promise.withResolvers<void>();
  const log = pino({ level: 'warn' }, { write: (line: string) => complaints.push(line) });
  const { login, isCluster } = database.database;
  const deps = {
    delivery: { ...scene.deps(ways), store },
    queue: createQueue({ login, isCluster, log }),
    log,
    async untilNext(signal: AbortSignal, withinMs: number) {
      pauses.push(withinMs);
      const { promise: ended, resolve } = Promise.withResolvers<void>();
      signal.addEventListener('abort', () => resolve());
      if (!signal.aborted) await Promise.race([again.promise, ended]);
      again = Promise.withResolvers();
    },
  };
  running.push(keepDelivering(deps, lifetime.signal));
  return { goRound: () => again.resolve() };
}

/** The server beats: it has gone round at this moment of the scene. */
async function hasGoneRound(): Promise<void> {
  const { directory } = database.store;
  await until('a round', async () => (await directory.beatOf('delivery')) === scene.now());
}

test('a message is sent as soon as its cause is committed, by one of two backends', async () => {
  scene.clock.advance(1);
  startBackend();
  startBackend();
  await hasGoneRound();
  const { messageId } = await writeAlert(scene);
  await until('it is sent', async () => (await scene.row(messageId)).sentAt !== null);
  const mails = relay.mails.filter((mail) => mail.messageId.startsWith(messageId));
  expect(mails).toHaveLength(1);
});

test('what nobody heard of, the next round finds', async () => {
  const { messageId } = await writeCheckIn(scene);
  startBackend();
  await until('it is sent', async () => (await scene.row(messageId)).sentAt !== null);
});

test('what failed is tried again in a later round', async () => {
  relay.mood = { is: 'refuses', at: 'DATA', code: 451 };
  const { messageId } = await writeCheckIn(scene);
  const backend = startBackend();
  await until('it failed', async () => (await scene.row(messageId)).failure === 'relayBusy');
  relay.mood = { is: 'takes' };
  scene.clock.advance(60);
  await until('it is sent', async () => {
    backend.goRound();
    return (await scene.row(messageId)).sentAt !== null;
  });
});

test('an alert does not stand in line behind a morning’s check-ins', async () => {
  for (let waiting = 0; waiting < 9; waiting += 1) await writeCheckIn(scene);
  const { messageId } = await writeAlert(scene, 'email');
  const due = await scene.act((care) => care.messages.due(3));
  expect(due[0]).toEqual({ messageId, toStaff: true, way: 'email' });
  const before = relay.mails.length;
  startBackend();
  await until('all are sent', () => relay.mails.length === before + 10);
  // Four are sent at a time.
  const sent = relay.mails.slice(before).map((mail) => mail.messageId);
  expect(sent.slice(0, 4)).toContain(`${messageId}@throughline.example`);
});

test('a round waits no longer than until the next message to staff is due', async () => {
  const { staffId, clientId } = scene;
  const dueIn = (seconds: number) => instantOf(new Date(Date.parse(scene.now()) + seconds * 1_000));
  await scene.act(async ({ messages }) => {
    await messages.add({ purpose: 'checkIn', clientId, way: 'email', dueAt: dueIn(1) });
    await messages.add({ purpose: 'answer', staffId, way: 'text', dueAt: dueIn(9) });
    await messages.add({ purpose: 'answer', staffId, way: 'email', dueAt: dueIn(4) });
  });
  const backend = startBackend();
  await until('a round', () => pauses.length === 1);
  expect(pauses).toEqual([4_000]);
  await scene.act(async ({ messages }) => {
    const waiting = await messages.nextToStaff();
    expect(waiting).toBe(dueIn(4));
  });
  scene.clock.advance(20);
  backend.goRound();
  await until('another round', () => pauses.length === 2);
  expect(pauses[1]).toBe(Infinity);
});

test('what is more than can be put at a time is looked for at once', async () => {
  const { clientId } = scene;
  const toClient = { purpose: 'checkIn', clientId, way: 'email' } as const;
  await scene.act(async ({ messages }) => {
    for (let waiting = 0; waiting < 101; waiting += 1) await messages.add(toClient);
  });
  const backend = startBackend();
  await until('a round', () => pauses.length === 1);
  expect(pauses).toEqual([1_000]);
  await until('all were looked at', async () => {
    backend.goRound();
    return (await scene.act(({ messages }) => messages.due(1))).length === 0;
  });
  await until('no more is known of', () => pauses.at(-1) === Infinity);
});

test('a text service that hangs holds no message to staff by another way up', async () => {
  const { promise: hung, resolve: release } = Promise.withResolvers<void>();
  let hanging = 0;
  const text = async () => {
    hanging += 1;
    await hung;
    return { ok: true } as const;
  };
  for (let client = 0; client < 6; client += 1) await writeCheckIn(scene, 'text');
  startBackend(database.store, { ...mailWays(relay), text });
  await until('whoever sends to clients hangs', () => hanging === 4);
  const answer = { purpose: 'answer', staffId: scene.staffId } as const;
  const toStaff = await scene.act(async ({ messages }) => [
    await messages.add({ ...answer, way: 'text' }),
    await messages.add({ ...answer, way: 'email' }),
    await messages.add({ ...answer, way: 'browser' }),
  ]);
  const [, ...others] = toStaff;
  await until('all but the text are sent', async () => {
    const rows = await Promise.all(others.map((messageId) => scene.row(messageId)));
    return hanging >= 5 && rows.every(({ sentAt }) => sentAt !== null);
  });
  release();
});

test('a message whose transaction was rolled back was never there', async () => {
  startBackend();
  const { clientId } = scene;
  const failing = scene.act(async (care) => {
    await care.messages.add({ purpose: 'checkIn', clientId, way: 'email' });
    throw new RangeError('the cause failed');
  });
  await expect(failing).rejects.toThrow('the cause failed');
  expect(await scene.act((care) => care.messages.due(10))).toEqual([]);
});

test('jobs hold two ids, and the application can only put, take and end them', async () => {
  const { messageId } = await writeCheckIn(scene);
  startBackend();
  await until('it is sent', async () => (await scene.row(messageId)).sentAt !== null);
  const rows = await database.asSuperuser<{ data: object }>('select data from jobs.job');
  expect(new Set(rows.map(({ data }) => Object.keys(data).toSorted().join()))).toEqual(
    new Set(['messageId,practiceId']),
  );
  const may = await database.asSuperuser<{ what: string }>(`
    select c.relname || ' ' || p.name as what
    from pg_class c cross join unnest(array['TRUNCATE', 'REFERENCES', 'TRIGGER']) as p (name)
    where c.relnamespace = 'jobs'::regnamespace and c.relkind in ('r', 'p')
      and has_table_privilege('throughline_app', c.oid, p.name)
    union all
    select 'CREATE' where has_schema_privilege('throughline_app', 'jobs', 'CREATE')
    union all
    select c.relname || ' owned' from pg_class c
    where c.relnamespace = 'jobs'::regnamespace and c.relowner <> 'throughline_owner'::regrole`);
  expect(may).toEqual([]);
});

test('reads that hold every connection of the server hold no message up', async () => {
  const { pool, reserved, isCluster, onLost } = database.database;
  const held = await Promise.all(
    Array.from({ length: pool.options.max }, async () => pool.connect()),
  );
  const own = createStore({ pool: reserved, isCluster, onLost, newId: v7, random: Math.random });
  startBackend(own);
  const messageId = await own.inPractice(scene.at(scene.now()), (care) =>
    care.messages.add({ purpose: 'answer', staffId: scene.staffId, way: 'email' }),
  );
  const row = () => own.inPractice(scene.at(scene.now()), (care) => care.messages.find(messageId));
  await until('it is sent', async () => (await row())?.sentAt !== null);
  for (const connection of held) connection.release();
});
