import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { instantOf } from '#shared/contracts/calendar.ts';
import type { ClientId, PracticeId, StaffId } from '#shared/contracts/ids.ts';
import { startTestBackend, type TestBackend, testBackendOn } from '#test/support/backend.ts';
import { scopeOf } from '#test/support/database.ts';
import {
  aClient,
  aLink,
  aPractice,
  aStaffMember,
  entered,
  openPage,
  type SignedIn,
  submitForm,
} from '#test/support/practice.ts';

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

let backend: TestBackend;
let practiceId: PracticeId;
let clinician: SignedIn;
let clientId: ClientId;
let link: string;

beforeAll(async () => {
  backend = await startTestBackend();
});
beforeEach(async () => {
  backend.clock.reset();
  practiceId = await aPractice(backend);
  clinician = await aStaffMember(backend, practiceId);
  clientId = await aClient(backend, practiceId, clinician);
  link = await aLink(backend, practiceId, clientId);
  await reach(clinician.staffId, 'ines@elm-street.example');
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

/** Messages to the practice's people about answers on forms that were not sent. */
async function written() {
  return backend.database.asSuperuser<{ staff: string; way: string }>(
    `select staff_id as staff, way from care.message
     where practice_id = $1 and purpose = 'answer' order by way`,
    [practiceId],
  );
}

const reach = (staffId: StaffId, email: string | null) =>
  backend.care.store.inPractice(scopeOf(practiceId), ({ staffContacts }) =>
    staffContacts.put(staffId, { email, phone: null }),
  );

/** What was told of the practice's forms, and how often it was recorded that one was. */
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
  it('is told by its id and nothing else, after nobody touched it for a while', async () => {
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
    const messages = ['browser', 'email'].map((way) => ({ staff: clinician.staffId, way }));
    expect(await written()).toEqual(messages);

    await roundAfter(60);
    await Promise.all([roundAfter(0), roundAfter(0)]);
    expect(await told()).toEqual({ messages: [waiting], recorded: 1 });
    expect(await written()).toEqual(messages);
  });

  it('is told again, once, when it is left with a newer one', async () => {
    await answer(9, '1');
    await roundAfter(20);
    backend.clock.pass(2 * DAY);
    await entered(backend, { practiceId, clientId }, link);
    await answer(9, '3');
    await roundAfter(14);
    expect(await told()).toMatchObject({ recorded: 1 });
    backend.clock.pass(MINUTE);
    await Promise.all(Array.from({ length: 4 }, () => roundAfter(0)));
    const restarted = testBackendOn(backend.database);
    restarted.clock.now = backend.clock.now;
    const stop = new AbortController();
    await restarted.keepUp(stop.signal, async () => stop.abort());
    await roundAfter(60);
    expect(await told()).toMatchObject({ messages: [{ kind: 'answer.waiting' }], recorded: 2 });
    expect((await written()).map(({ way }) => way)).toEqual([
      'browser',
      'browser',
      'email',
      'email',
    ]);
  });

  it('is told again of an answer that was saved just before the round that told of the one before', async () => {
    await answer(9, '1');
    await roundAfter(20);
    const [form] = await backend.database.asSuperuser<{ id: string }>(
      'select administration_id as id from care.administration where practice_id = $1',
      [practiceId],
    );
    await answer(9, '3');
    // It was given a moment before the round, and committed a moment after it.
    await backend.database.asSuperuser(
      `update care.answer set saved_at = saved_at - interval '1 second'
       where administration_id = $1 and value = 3`,
      [form?.id],
    );
    await roundAfter(20);
    expect(await told()).toMatchObject({ recorded: 2 });
  });

  it('is not told again for what is no newer risk answer', async () => {
    await answer(9, '2');
    await roundAfter(20);
    await answer(9, '2');
    await answer(1, '3');
    await roundAfter(20);
    await answer(9, '0');
    await roundAfter(20);
    expect(await told()).toMatchObject({ recorded: 1 });
  });

  it('calls the browsers again for a newer one that nobody has an address to be told of', async () => {
    await answer(9, '1');
    await roundAfter(20);
    await reach(clinician.staffId, null);
    await answer(9, '2');
    await roundAfter(20);
    await roundAfter(20);
    expect((await written()).map(({ way }) => way)).toEqual(['browser', 'browser', 'email']);
    expect(await told()).toMatchObject({ recorded: 1 });
    await reach(clinician.staffId, 'ines@elm-street.example');
    await roundAfter(10);
    await roundAfter(10);
    expect(await told()).toMatchObject({ recorded: 2 });
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
    expect((await told()).messages).toEqual([]);
    expect(await written()).toEqual([]);
  });

  it('is told to an admin where its clinician was switched off', async () => {
    const admin = await aStaffMember(backend, practiceId, 'admin');
    await reach(admin.staffId, 'office@elm-street.example');
    await backend.care.store.inPractice(scopeOf(practiceId), ({ staff }) =>
      staff.switchOff(clinician.staffId),
    );
    await answer(9, '2');
    await roundAfter(20);
    expect(await written()).toEqual(
      ['browser', 'email'].map((way) => ({ staff: admin.staffId, way })),
    );
  });

  it('stays untold while nobody has an address, and is told as soon as somebody has', async () => {
    await reach(clinician.staffId, null);
    await answer(9, '2');
    await roundAfter(20);
    await roundAfter(20);
    expect(await told()).toMatchObject({ recorded: 0 });
    expect(await written()).toEqual([{ staff: clinician.staffId, way: 'browser' }]);
    const untold = await backend.database.asSuperuser(
      `select from care.audit_event
       where practice_id = $1 and action = 'unsentAnswer.nobodyToTell'`,
      [practiceId],
    );
    expect(untold).toHaveLength(1);
    await reach(clinician.staffId, 'ines@elm-street.example');
    await Promise.all([roundAfter(0), roundAfter(0)]);
    await roundAfter(20);
    expect(await told()).toMatchObject({ recorded: 1 });
    expect((await written()).map(({ way }) => way)).toEqual(['browser', 'browser', 'email']);
  });

  it('stays untold while this server can reach nobody, whoever has an address', async () => {
    await answer(9, '2');
    backend.clock.pass(20 * MINUTE);
    const textsAlone = testBackendOn(backend.database, { mail: null });
    textsAlone.clock.now = backend.clock.now;
    const stop = new AbortController();
    await textsAlone.keepUp(stop.signal, async () => stop.abort());
    expect(await told()).toMatchObject({ recorded: 0 });
    expect((await written()).map(({ way }) => way)).toEqual(['browser']);
    await roundAfter(0);
    expect(await told()).toMatchObject({ recorded: 1 });
    expect((await written()).map(({ way }) => way)).toEqual(['browser', 'browser', 'email']);
  });

  it('holds up no other form when it can not be told, and no beat says that all were', async () => {
    const { asSuperuser } = backend.database;
    const other = await aClient(backend, practiceId, clinician);
    await answer(9, '2');
    await answer(9, '2', await aLink(backend, practiceId, other));
    const beatOf = () => backend.care.store.directory.beatOf('unsentRisk');
    await backend.care.store.directory.beat('unsentRisk', instantOf(backend.clock.now));
    const before = await beatOf();
    await asSuperuser(
      `create function care.refuse_one() returns trigger language plpgsql as
       $$ begin raise exception 'refused'; end $$;
       create trigger refuse_one before insert on care.audit_event for each row
         when (new.client_id = '${clientId}') execute function care.refuse_one()`,
    );
    try {
      await roundAfter(20);
    } finally {
      await asSuperuser('drop function care.refuse_one cascade');
    }
    expect(await told()).toMatchObject({ messages: [{}], recorded: 1 });
    expect(await beatOf()).toBe(before);
    await roundAfter(10);
    expect(await told()).toMatchObject({ messages: [{}, {}], recorded: 2 });
    expect(await beatOf()).toBe(instantOf(backend.clock.now));
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
