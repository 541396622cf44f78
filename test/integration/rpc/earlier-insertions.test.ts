import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { InsertionId } from '#shared/contracts/ids.ts';
import type { EarlierInsertion } from '#shared/contracts/overlay-procedures.ts';
import { startTestBackend, type TestBackend } from '#test/support/backend.ts';
import { scopeOf } from '#test/support/database.ts';
import { insertionInput } from '#test/support/inputs.ts';
import { call, valueOf } from '#test/support/practice.ts';
import { aScene, type Scene } from '#test/support/scene.ts';

const LOOKED = '2026-11-05T15:00:00.000Z';

let backend: TestBackend;
let scene: Scene;

beforeAll(async () => {
  backend = await startTestBackend();
});
afterAll(() => backend.close());

/** Puts a text into a note; gives the insertion's id. */
async function insert(over: Record<string, unknown> = {}): Promise<InsertionId> {
  const insertionId = v7() as InsertionId;
  const input = { ...insertionInput(scene.clientId, insertionId), ...over };
  await valueOf(await call(backend, 'insertions.record', input, scene.clinician.token));
  backend.clock.pass(1000);
  return insertionId;
}

async function undo(insertionId: InsertionId, status: string): Promise<void> {
  const reason = status === 'restored' ? {} : { reason: 'noteChangedSince' };
  const input = { insertionId, outcome: { status, ...reason } };
  await valueOf(await call(backend, 'insertions.recordUndo', input, scene.clinician.token));
}

async function earlier(ehr = 'simplepractice'): Promise<EarlierInsertion[]> {
  const input = { clientId: scene.clientId, ehr };
  return valueOf(await call(backend, 'insertions.earlier', input, scene.clinician.token));
}

/** The ids of what may stand in the client's notes, apart from the one of the scene. */
async function standing(): Promise<InsertionId[]> {
  const ids = (await earlier()).map(({ insertionId }) => insertionId);
  return ids.filter((id) => id !== scene.insertionId);
}

describe('the texts that may stand in a client’s notes', () => {
  it('are told newest first, with session, request and words', async () => {
    scene = await aScene(backend);
    const first = await insert();
    const second = await insert({
      appointmentId: '77',
      appointmentOn: '2026-11-20',
      lastLookedAt: LOOKED,
    });

    expect(await standing()).toEqual([second, first]);
    const [newest] = await earlier();
    expect(newest).toMatchObject({
      insertionId: second,
      appointmentId: '77',
      appointmentOn: '2026-11-20',
      request: insertionInput(scene.clientId, second).request,
      briefAsOf: '2026-11-20T18:58:00.000Z',
      lastLookedAt: LOOKED,
      outcome: 'exact',
      parts: [{ label: 'Progress note', section: 'whole', text: 'PHQ-9 11/27 on 19 Nov.' }],
    });
  });

  it('leave out what was never written, what was taken back, and another EHR’s', async () => {
    scene = await aScene(backend);
    await insert({ outcome: { status: 'notInserted', reason: 'locked' } });
    await insert({ ehr: 'therapynotes' });
    await undo(await insert(), 'restored');
    const perhaps = await insert({ outcome: { status: 'unconfirmed', reason: 'pageUnreachable' } });
    const kept = await insert();
    await undo(kept, 'notRestored');

    expect(await standing()).toEqual([kept, perhaps]);
    expect(await earlier('therapynotes')).toHaveLength(1);
  });

  it('leave out what another one took the place of, until that is taken back', async () => {
    scene = await aScene(backend);
    const former = await insert();
    const refresh = await insert({ replaces: former });
    expect(await standing()).toEqual([refresh]);

    await undo(refresh, 'restored');
    expect(await standing()).toEqual([former]);
  });

  it('keep the former beside a refresh that is in doubt or failed', async () => {
    scene = await aScene(backend);
    const former = await insert();
    await insert({ replaces: former, outcome: { status: 'notInserted', reason: 'blockChanged' } });
    const doubtful = await insert({
      replaces: former,
      outcome: { status: 'unconfirmed', reason: 'pageUnreachable' },
    });
    expect(await standing()).toEqual([doubtful, former]);
  });

  it('are twenty at most', async () => {
    scene = await aScene(backend);
    for (let one = 0; one < 21; one += 1) await insert();
    expect(await earlier()).toHaveLength(20);
  });

  it('are read on record, by ids', async () => {
    scene = await aScene(backend);
    await earlier();
    const rows = await backend.database.store.inPractice(scopeOf(scene.practiceId), (care) =>
      care.audit.ofClient(scene.clientId),
    );
    expect(rows.find(({ action }) => action === 'insertions.read')?.subject).toEqual({
      ehr: 'simplepractice',
      insertionIds: [scene.insertionId],
    });
  });
});
