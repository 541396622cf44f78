import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PracticeId } from '#shared/contracts/ids.ts';
import { startTestBackend, type TestBackend } from '#test/support/backend.ts';
import {
  aClient,
  aLink,
  aPractice,
  aStaffMember,
  openPage,
  type SignedIn,
  submitForm,
} from '#test/support/practice.ts';

const MINUTE = 60_000;

let backend: TestBackend;
let practiceId: PracticeId;
let clinician: SignedIn;
let link: string;

beforeAll(async () => {
  backend = await startTestBackend();
});
beforeEach(async () => {
  backend.clock.reset();
  practiceId = await aPractice(backend);
  clinician = await aStaffMember(backend, practiceId);
  link = await aLink(backend, practiceId, await aClient(backend, practiceId, clinician));
});
afterAll(() => backend.close());

const answer = (item: number, value: string, path = link) =>
  submitForm(backend, `${path}/q/${item}`, { answer: value });

/** Lets minutes pass, and one round of the upkeep after them. */
async function roundAfter(minutes: number): Promise<void> {
  backend.clock.pass(minutes * MINUTE);
  const stop = new AbortController();
  await backend.keepUp(stop.signal, async () => stop.abort());
}

/** Messages of the practice, and how often it was recorded that one was written. */
async function told() {
  const { asSuperuser } = backend.database;
  const messages = await asSuperuser<{ kind: string; payload: object }>(
    'select kind, payload from care.outbox where practice_id = $1 order by created_at',
    [practiceId],
  );
  const recorded = await asSuperuser(
    `select from care.audit_event where practice_id = $1 and action = 'unsentAnswer.told'
       and actor_id = 'upkeep' and client_id is not null`,
    [practiceId],
  );
  return { messages, recorded: recorded.length };
}

describe('a form that is left with a positive risk answer', () => {
  it('is told once, by its id and nothing else, after nobody touched it for a while', async () => {
    await answer(9, '2');
    await roundAfter(14);
    expect((await told()).messages).toEqual([]);
    await answer(1, '0');
    await roundAfter(14);
    expect((await told()).messages).toEqual([]);
    await roundAfter(1);
    const [form] = await backend.database.asSuperuser<{ id: string }>(
      'select administration_id as id from care.administration where practice_id = $1',
      [practiceId],
    );
    const waiting = { kind: 'answer.waiting', payload: { administrationId: form?.id } };
    expect(await told()).toEqual({ messages: [waiting], recorded: 1 });

    await answer(9, '3');
    await roundAfter(60);
    await Promise.all([roundAfter(0), roundAfter(0)]);
    expect(await told()).toEqual({ messages: [waiting], recorded: 1 });
  });

  it('is told once when two processes look at the same moment', async () => {
    await answer(9, '1');
    backend.clock.pass(20 * MINUTE);
    await Promise.all(Array.from({ length: 4 }, () => roundAfter(0)));
    expect(await told()).toMatchObject({ messages: [{ kind: 'answer.waiting' }], recorded: 1 });
  });

  it('is told also when its link has run out meanwhile', async () => {
    await answer(9, '1');
    backend.clock.pass(9 * 24 * 60 * MINUTE);
    expect((await openPage(backend, link)).status).toBe(404);
    await roundAfter(0);
    expect(await told()).toMatchObject({ messages: [{ kind: 'answer.waiting' }] });
  });

  it('is not told when the answer was changed, taken back, or sent', async () => {
    await answer(9, '2');
    await answer(9, '0');
    await roundAfter(60);
    await answer(9, '2');
    await answer(9, 'skip');
    await roundAfter(60);
    expect((await told()).messages).toEqual([]);
    await answer(9, '2');
    await submitForm(backend, `${link}/submit`, {});
    await roundAfter(60);
    expect((await told()).messages).toMatchObject([{ kind: 'alert.waiting' }]);
  });

  it('is told in the next round when its audit row can not be written, and so are others', async () => {
    await answer(9, '2');
    const { asSuperuser } = backend.database;
    await asSuperuser('revoke insert on care.audit_event from throughline_app');
    try {
      await roundAfter(20);
    } finally {
      await asSuperuser('grant insert on care.audit_event to throughline_app');
    }
    expect(await told()).toEqual({ messages: [], recorded: 0 });
    expect(backend.logged()).toContain('unsent risk answers not told');
    await roundAfter(10);
    expect(await told()).toMatchObject({ messages: [{ kind: 'answer.waiting' }], recorded: 1 });
  });
});
