import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { createBriefCache, KeptAnswer } from '#extension/local/cache.ts';
import { createKeyRing } from '#extension/local/keys.ts';
import { createSealer } from '#extension/local/sealer.ts';
import { inventedFacts } from '#test/support/brief-facts.ts';
import { stillClock } from '#test/support/clock.ts';
import { memoryStorage } from '#test/support/memory-storage.ts';

const facts = inventedFacts({
  client: { displayName: 'Canary Nightingale', birthDate: '1983-07-29' as never },
  recordIds: ['canary-record'],
  lines: [{ instrumentId: 'phq9', points: [{ on: '2026-11-19', total: 11, fixed: { 9: 1 } }] }],
});

let clock = stillClock('2026-11-21T00:58:00.000Z');

/** As the server answers at the moment. */
function answer(recordId: string): KeptAnswer {
  return KeptAnswer.parse({
    query: {
      ehr: 'simplepractice',
      subject: { recordId, name: 'Canary Nightingale', birthDate: '1983-07-29' },
    },
    verifiedAt: clock.now().toISOString(),
    reply: { verdict: 'certain', brief: facts },
  });
}

const KEPT = answer('canary-record');
const CANARIES = ['Canary', 'Nightingale', '1983-07-29', 'canary-record', 'Several days', 'phq9'];

let engine: { indexedDB: IDBFactory; IDBKeyRange: typeof IDBKeyRange };

beforeEach(() => {
  clock = stillClock('2026-11-21T00:58:00.000Z');
  engine = { indexedDB: new IDBFactory(), IDBKeyRange };
});

function cacheOf(session = memoryStorage()) {
  const sealer = createSealer(createKeyRing(session, crypto), crypto);
  return createBriefCache({ sealer, now: () => clock.now(), engine });
}

/** Every record of the database as raw bytes and text, keys included. */
async function rawContents(): Promise<string> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = engine.indexedDB.open('throughline');
    opening.addEventListener('success', () => resolve(opening.result));
    opening.addEventListener('error', () => reject(new Error('could not open')));
  });
  const records = await new Promise<unknown[]>((resolve) => {
    const reading = database.transaction('answers').objectStore('answers').getAll();
    reading.addEventListener('success', () => resolve(reading.result));
  });
  database.close();
  return records.map(flat).join('\n');
}

function flat(value: unknown): string {
  if (value instanceof ArrayBuffer) return Buffer.from(value).toString('latin1');
  if (value instanceof Uint8Array) return Buffer.from(value).toString('latin1');
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value)
      .map(([key, part]) => `${key}=${flat(part)}`)
      .join(';');
  }
  return String(value);
}

describe('the cache', () => {
  it('gives back what it was given, for exactly the same subject', async () => {
    const cache = cacheOf();
    await cache.writer()(KEPT);
    expect(await cache.read(KEPT.query)).toEqual(KEPT);
    expect(await cache.read(answer('another').query)).toBeNull();
    const otherDate = { ...KEPT.query.subject, birthDate: null };
    expect(await cache.read({ ...KEPT.query, subject: otherDate })).toBeNull();
    expect(await cache.read({ ...KEPT.query, ehr: 'therapynotes' })).toBeNull();
  });

  it('leaves nothing on the disk that says who or what', async () => {
    await cacheOf().writer()(KEPT);
    const raw = await rawContents();
    expect(raw).toContain('savedAt');
    for (const canary of CANARIES) expect(raw).not.toContain(canary);
  });

  it('opens nothing after the browser session whose keys sealed it', async () => {
    await cacheOf().writer()(KEPT);
    const nextSession = cacheOf(memoryStorage());
    expect(await nextSession.read(KEPT.query)).toBeNull();
    await nextSession.prune();
    expect(await rawContents()).toBe('');
  });

  it('works on after the worker died, with the session’s keys', async () => {
    const session = memoryStorage();
    await cacheOf(session).writer()(KEPT);
    expect(await cacheOf(session).read(KEPT.query)).toEqual(KEPT);
  });

  it('makes one pair of keys for two first calls at once', async () => {
    const session = memoryStorage();
    const cache = cacheOf(session);
    await Promise.all([cache.writer()(KEPT), cache.writer()(answer('second'))]);
    expect(await cacheOf(session).read(KEPT.query)).not.toBeNull();
    expect(await cacheOf(session).read(answer('second').query)).not.toBeNull();
  });

  it('makes its keys anew after making them failed once', async () => {
    const area = memoryStorage();
    const reads = [Promise.reject(new Error('storage is gone'))];
    const keyRing = createKeyRing({ ...area, get: (key) => reads.pop() ?? area.get(key) }, crypto);
    await expect(keyRing.keys()).rejects.toThrow('storage is gone');
    expect(await keyRing.keys()).toHaveProperty('sealing');
  });

  it('does not take one client’s entry for another’s when entries are exchanged', async () => {
    const session = memoryStorage();
    const sealer = createSealer(createKeyRing(session, crypto), crypto);
    const sealed = await sealer.seal('name-of-one', 'text');
    expect(await sealer.open('name-of-one', sealed)).toBe('text');
    expect(await sealer.open('name-of-another', sealed)).toBeNull();
  });

  it('keeps the newest forty and nothing older than twelve hours', async () => {
    const cache = cacheOf();
    await cache.writer()(answer('old'));
    clock.advance(13 * 3600);
    for (let number = 0; number < 45; number += 1) {
      clock.advance(1);
      await cache.writer()(answer(`record-${number}`));
    }
    await cache.prune();
    expect(await cache.read(answer('old').query)).toBeNull();
    expect(await cache.read(answer('record-4').query)).toBeNull();
    expect(await cache.read(answer('record-5').query)).not.toBeNull();
    expect(await cache.read(answer('record-44').query)).not.toBeNull();
  });

  it('gives no answer that is older than twelve hours, also before it was pruned', async () => {
    const cache = cacheOf();
    await cache.writer()(KEPT);
    clock.advance(13 * 3600);
    expect(await cache.read(KEPT.query)).toBeNull();
  });

  it('gives none from a time yet to come, whose age nobody can say, and keeps none', async () => {
    const cache = cacheOf();
    await cache.writer()(KEPT);
    await cache.writer()(answer('another'));
    clock.advance(-3600);
    expect(await cache.read(KEPT.query)).toBeNull();
    await cache.prune();
    expect(await rawContents()).toBe('');
  });

  it('is empty and keyless after it was cleared', async () => {
    const session = memoryStorage();
    const cache = cacheOf(session);
    await cache.writer()(KEPT);
    await cache.clear();
    expect(await rawContents()).toBe('');
    expect(session.all()).toEqual({});
    expect(await cache.read(KEPT.query)).toBeNull();
  });

  it('takes no answer to what was asked before it was cleared', async () => {
    const session = memoryStorage();
    const cache = cacheOf(session);
    const late = cache.writer();
    const underWay = cache.writer()(KEPT);
    await cache.clear();
    await late(KEPT);
    await underWay;
    expect(await rawContents()).toBe('');
    expect(await cache.read(KEPT.query)).toBeNull();
  });

  it('drops one subject', async () => {
    const cache = cacheOf();
    await cache.writer()(KEPT);
    await cache.drop(KEPT.query);
    expect(await cache.read(KEPT.query)).toBeNull();
  });
});
