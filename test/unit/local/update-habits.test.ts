import { describe, expect, it } from 'vitest';
import { failure } from '#extension/local/failure.ts';
import type { SignedIn } from '#extension/local/signed-in.ts';
import { createHabitStore, MOST_CLINICIANS } from '#extension/local/update-habits.ts';
import type { UpdateHabits } from '#extension/messages/worker.ts';
import { StaffId } from '#shared/contracts/ids.ts';
import { ok, refuse } from '#shared/contracts/result.ts';
import { inventedId } from '#test/support/brief-facts.ts';
import { memoryStorage } from '#test/support/memory-storage.ts';
import { LINDE, OKAFOR } from '#test/support/outbox-worker.ts';

const SOAP: UpdateHabits = {
  shape: 'soap',
  length: 'full',
  language: 'es',
  assessmentLine: true,
};
const LINE: UpdateHabits = { ...SOAP, shape: 'narrative', length: 'line' };

function scene(initial: Record<string, unknown> = {}) {
  const local = memoryStorage(initial);
  const at = { signedIn: OKAFOR as SignedIn | null };
  const store = createHabitStore({
    local,
    person: async () => (at.signedIn === null ? refuse(failure('signedOut')) : ok(at.signedIn)),
  });
  return { local, at, store };
}

describe('the habits of the clinicians of one browser', () => {
  it('are none at first, and then what was kept', async () => {
    const { store } = scene();
    expect(await store.read()).toEqual(ok(null));
    await store.keep(SOAP);
    await store.keep(LINE);
    expect(await store.read()).toEqual(ok(LINE));
  });

  it('are each clinician’s own', async () => {
    const { store, at } = scene();
    await store.keep(SOAP);
    at.signedIn = LINDE;
    expect(await store.read()).toEqual(ok(null));
    await store.keep(LINE);
    at.signedIn = OKAFOR;
    expect(await store.read()).toEqual(ok(SOAP));
  });

  it('are neither read nor kept while nobody is signed in', async () => {
    const { store, at, local } = scene();
    at.signedIn = null;
    expect(await store.read()).toEqual(refuse(failure('signedOut')));
    expect(await store.keep(SOAP)).toEqual(refuse(failure('signedOut')));
    expect(local.all()).toEqual({});
  });

  it('of two changes at once are the later one', async () => {
    const { store } = scene();
    await Promise.all([store.keep(SOAP), store.keep(LINE)]);
    expect(await store.read()).toEqual(ok(LINE));
  });

  it('are none where another version wrote something else', async () => {
    const { store } = scene({ updateHabits: [{ staffId: OKAFOR.staffId, habits: 'soap' }] });
    expect(await store.read()).toEqual(ok(null));
  });

  it('are forgotten of who changed theirs longest ago, where many share a browser', async () => {
    const { store, at, local } = scene();
    await store.keep(SOAP);
    for (let number = 0; number < MOST_CLINICIANS; number += 1) {
      at.signedIn = { ...OKAFOR, staffId: StaffId.parse(inventedId(400 + number)) };
      await store.keep(LINE);
    }
    expect(local.all()['updateHabits']).toHaveLength(MOST_CLINICIANS);
    at.signedIn = OKAFOR;
    expect(await store.read()).toEqual(ok(null));
  });
});
