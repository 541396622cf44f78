import { describe, expect, it } from 'vitest';
import { createChosenFieldStore, MOST_FIELDS } from '#extension/local/chosen-fields.ts';
import { failure } from '#extension/local/failure.ts';
import type { SignedIn } from '#extension/local/signed-in.ts';
import { ok, refuse } from '#shared/contracts/result.ts';
import { memoryStorage } from '#test/support/memory-storage.ts';
import { LINDE, OKAFOR } from '#test/support/outbox-worker.ts';

const NOTE = { ehr: 'simplepractice', template: 'Progress note' } as const;
const PLACE = { label: 'Session summary', position: 3 };
/** What the boxes of the note are labelled when it is opened again. */
const LABELS = ['Plan', 'Session summary'];
const OTHER_PLACE = { label: 'Plan', position: 5 };

function scene(kept = {}) {
  const local = memoryStorage(kept);
  const at = { signedIn: OKAFOR as SignedIn | null };
  const store = createChosenFieldStore({
    local,
    crypto,
    person: async () => (at.signedIn === null ? refuse(failure('signedOut')) : ok(at.signedIn)),
  });
  return { local, at, store };
}

describe('the field that was chosen for the notes of a template', () => {
  it('is none at first, then the last one chosen, until it is forgotten', async () => {
    const { store } = scene();
    expect(await store.read({ ...NOTE, labels: LABELS })).toEqual(ok(null));
    await store.keep({ ...NOTE, ...OTHER_PLACE });
    await store.keep({ ...NOTE, ...PLACE });
    expect(await store.read({ ...NOTE, labels: LABELS })).toEqual(ok(PLACE));
    await store.forget(NOTE);
    expect(await store.read({ ...NOTE, labels: LABELS })).toEqual(ok(null));
  });

  it('is of that template, that EHR and that clinician alone', async () => {
    const { store, at } = scene();
    await store.keep({ ...NOTE, ...PLACE });
    expect(await store.read({ ...NOTE, template: 'Intake', labels: LABELS })).toEqual(ok(null));
    expect(await store.read({ ...NOTE, ehr: 'therapynotes', labels: LABELS })).toEqual(ok(null));
    at.signedIn = LINDE;
    expect(await store.read({ ...NOTE, labels: LABELS })).toEqual(ok(null));
    await store.forget(NOTE);
    at.signedIn = OKAFOR;
    expect(await store.read({ ...NOTE, labels: LABELS })).toEqual(ok(PLACE));
  });

  it('is none in a note that has no field so labelled', async () => {
    const { store } = scene();
    await store.keep({ ...NOTE, ...PLACE });
    expect(await store.read({ ...NOTE, labels: ['Plan', ''] })).toEqual(ok(null));
  });

  it('leaves no word of the page on the disk, and for two people nothing alike', async () => {
    const { store, at, local } = scene();
    await store.keep({ ...NOTE, ...PLACE });
    at.signedIn = LINDE;
    await store.keep({ ...NOTE, ...PLACE });
    expect(JSON.stringify(local.all())).not.toMatch(/Progress|note|Session|summary/i);
    const digests = JSON.stringify(local.all()).match(/[\da-f]{64}/g);
    expect(new Set(digests).size).toBe(4);
  });

  it('takes away what an earlier version kept in plain words', async () => {
    const { store, local } = scene({
      chosenFields: [{ staffId: OKAFOR.staffId, ...NOTE, ...PLACE }],
    });
    expect(await store.read({ ...NOTE, labels: LABELS })).toEqual(ok(null));
    expect(local.all()).toEqual({});
  });

  it('is neither read nor kept while nobody is signed in', async () => {
    const { store, at, local } = scene();
    at.signedIn = null;
    expect(await store.read({ ...NOTE, labels: LABELS })).toEqual(refuse(failure('signedOut')));
    expect(await store.keep({ ...NOTE, ...PLACE })).toEqual(refuse(failure('signedOut')));
    expect(local.all()).toEqual({});
  });

  it('is forgotten when it is the oldest of too many', async () => {
    const { store } = scene();
    for (let one = 0; one <= MOST_FIELDS; one += 1) {
      await store.keep({ ...NOTE, template: `Template ${one}`, ...PLACE });
    }
    expect(await store.read({ ...NOTE, template: 'Template 0', labels: LABELS })).toEqual(ok(null));
    expect(await store.read({ ...NOTE, template: 'Template 1', labels: LABELS })).toEqual(
      ok(PLACE),
    );
  });
});
