import { Dexie } from 'dexie';
import { beforeEach, describe, expect, it } from 'vitest';
import { HeldInsertion } from '#extension/messages/worker.ts';
import { instantOf } from '#shared/contracts/calendar.ts';
import { AlertId, InsertionId } from '#shared/contracts/ids.ts';
import { chartRequest } from '#shared/update/request.ts';
import { inventedId } from '#test/support/brief-facts.ts';
import { stillClock } from '#test/support/clock.ts';
import { outboxScene } from '#test/support/outbox-worker.ts';
import { idOf as idOfFact } from '#test/support/sealed-register.ts';

const TAB = 7;
const clock = stillClock('2026-11-21T00:58:00.000Z');
const idOf = (place: number) => InsertionId.parse(inventedId(place));
const alertId = AlertId.parse(inventedId(60));
const SEEN = { alertId, action: 'contactedClient', seenLatestAt: instantOf(clock.now()) } as const;

let scene = outboxScene(clock.now);
let outbox = scene.start();

beforeEach(async () => {
  scene = outboxScene(clock.now);
  outbox = scene.start();
  await outbox.onServerThere();
});

async function insert(place: number, replaces: number | null = null): Promise<void> {
  const held = HeldInsertion.parse({
    insertionId: idOf(place),
    clientId: inventedId(2),
    ehr: 'simplepractice',
    recordId: 'abc123',
    appointmentId: '77',
    replaces: replaces === null ? null : idOf(replaces),
    request: chartRequest('narrative'),
    briefAsOf: '2026-11-21T00:58:00.000Z',
    parts: [{ label: 'Subjective', section: 'subjective', text: 'As read above.' }],
  });
  await outbox.hold({ what: 'insertion', held }, TAB);
  const key = { what: 'insertion', insertionId: idOf(place) } as const;
  await outbox.answer({ key, outcome: { status: 'exact' } });
}

async function undo(place: number): Promise<void> {
  const insertionId = idOf(place);
  await outbox.hold({ what: 'undo', held: { insertionId } }, TAB);
  await outbox.answer({ key: { what: 'undo', insertionId }, outcome: { status: 'restored' } });
}

/** What reached the register, as what it is and of which insertion or alert. */
const reached = () => scene.register.reached.map(({ fact }) => `${fact.what} ${idOfFact(fact)}`);

/** The browser's end: memory is gone, the disk stays, and the server is there again. */
async function restart(): Promise<void> {
  for (const key of Object.keys(scene.area.all())) await scene.area.remove(key);
  scene.register.says = null;
  outbox = scene.start();
}

/** Leaves two insertions, the undo of the first, what replaces that, and a decision on the disk. */
async function leaveMany(): Promise<void> {
  scene.register.says = 'unreachable';
  await insert(90);
  await insert(91);
  await undo(90);
  await insert(92, 90);
  await undo(92);
  await outbox.acknowledge(SEEN);
  await restart();
}

const ENDINGS = ['refused', 'failedOverIt'] as const;

describe('a sealed entry that the server fails over each time', () => {
  it.each(ENDINGS)(
    'is set aside with what depends on it, and nothing else waits: %s',
    async (how) => {
      await leaveMany();
      const [culprit] = await outbox.list();
      scene.register.failsOver = { entryId: culprit?.entryId ?? '', how };
      await insert(93);
      expect(reached()).toEqual([
        `insertion ${idOf(91)}`,
        `acknowledgement ${alertId}`,
        `insertion ${idOf(93)}`,
      ]);
      const left = await outbox.list();
      expect(left.map(({ is }) => is)).toEqual(['refused', 'waiting', 'waiting', 'waiting']);
      await outbox.forgetRefused();
      expect(await outbox.list()).toHaveLength(4);
    },
  );

  it('is told with all that waits for it, in order, once the server takes it', async () => {
    await leaveMany();
    const [culprit] = await outbox.list();
    scene.register.failsOver = { entryId: culprit?.entryId ?? '', how: 'refused' };
    await outbox.onServerThere();
    scene.register.failsOver = null;
    await restart();
    await outbox.onServerThere();
    expect(reached().slice(2)).toEqual([
      `insertion ${idOf(90)}`,
      `undo ${idOf(90)}`,
      `insertion ${idOf(92)}`,
      `undo ${idOf(92)}`,
    ]);
    expect(await outbox.list()).toEqual([]);
  });

  it('is not blamed while the server fails over everything', async () => {
    await leaveMany();
    const [first] = await outbox.list();
    scene.register.failsOver = { entryId: first?.entryId ?? '', how: 'failedOverIt' };
    scene.register.grants = false;
    await outbox.onServerThere();
    expect(reached()).toEqual([]);
    expect((await outbox.list()).every(({ is }) => is === 'waiting')).toBe(true);
  });
});

describe('a refusal that the disk can’t keep', () => {
  it('holds nothing up, is said until it was read, and never passes for taken', async () => {
    scene.register.refuses = 'acknowledgement';
    outbox = scene.start(undefined, {
      refuse: () => Promise.reject(new Dexie.QuotaExceededError('full')),
    });
    expect(await outbox.acknowledge(SEEN)).toMatchObject({ refusal: { reason: 'refused' } });
    scene.register.refuses = 'insertion';
    await insert(90);
    await insert(91);
    scene.register.refuses = null;
    await undo(91);
    expect(reached()).toEqual([`undo ${idOf(91)}`]);
    expect((await outbox.list()).map(({ is }) => is)).toEqual(['refused', 'refused']);
    await outbox.forgetRefused();
    expect(await outbox.list()).toEqual([]);
  });
});
