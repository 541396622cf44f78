import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestBackend, type TestBackend } from '#test/support/backend.ts';
import { scopeOf } from '#test/support/database.ts';
import { askForStream, keepTelling, type Listener, listenAs } from '#test/support/live.ts';
import { aClient, aPractice, aStaffMember } from '#test/support/practice.ts';
import { until } from '#test/support/until.ts';

let backend: TestBackend;
let stop: () => Promise<void>;

beforeAll(async () => {
  backend = await startTestBackend();
  stop = await keepTelling(backend);
});
afterAll(async () => {
  await stop();
  await backend.close();
});

async function someone() {
  const practiceId = await aPractice(backend);
  const clinician = await aStaffMember(backend, practiceId);
  return { practiceId, clinician };
}

async function listening(token: string): Promise<Listener> {
  const listener = await listenAs(backend, token);
  await until('the stream works', () => listener.beats.includes('works'));
  return listener;
}

it('ends with the session that was signed out', async () => {
  const { clinician } = await someone();
  const listener = await listening(clinician.token);
  await backend.identity.signOut(clinician.token, 'test');
  await until('the stream is over', listener.isOver);
  expect(listener.news).toEqual([{ is: 'ended', at: expect.any(String) }]);
});

it('ends for who was switched off, and is not opened again', async () => {
  const { practiceId, clinician } = await someone();
  const listener = await listening(clinician.token);
  await backend.setup.switchOffStaff(practiceId, clinician.staffId);
  await until('the stream is over', listener.isOver);
  expect(listener.news.map(({ is }) => is)).toEqual(['ended']);
  expect((await askForStream(backend, clinician.token)).status).toBe(401);
});

it('is one for a session: the newer takes the place of the older', async () => {
  const { clinician } = await someone();
  const older = await listening(clinician.token);
  const newer = await listening(clinician.token);
  await until('the older is over', older.isOver);
  expect(newer.isOver()).toBe(false);
  await newer.leave();
});

it('says what may have been missed while the database connection was lost', async () => {
  const { practiceId, clinician } = await someone();
  const clientId = await aClient(backend, practiceId, clinician);
  const listener = await listening(clinician.token);
  await backend.database.asSuperuser(
    `select pg_terminate_backend(pid) from pg_stat_activity where query = 'listen throughline_live'`,
  );
  await until('it hears again', () => listener.news.length > 0);
  expect(listener.news).toEqual([{ is: 'missed', at: expect.any(String) }]);
  await backend.care.store.inPractice(scopeOf(practiceId), ({ live }) =>
    live.tell(clientId, 'client'),
  );
  await until('it tells again', () => listener.news.length > 1);
  expect(listener.isOver()).toBe(false);
  await listener.leave();
});

it('is recorded when it is opened', async () => {
  const { practiceId, clinician } = await someone();
  const listener = await listening(clinician.token);
  await listener.leave();
  const rows = await backend.database.asSuperuser<{ actor_id: string }>(
    `select actor_id from care.audit_event where practice_id = $1 and action = 'live.opened'`,
    [practiceId],
  );
  expect(rows).toEqual([{ actor_id: clinician.staffId }]);
});

it.each([
  ['nobody', 401, async () => askForStream(backend, null)],
  ['a token that is nobody’s', 401, async () => askForStream(backend, 'x'.repeat(32))],
  [
    'a page',
    403,
    async () => {
      const { clinician } = await someone();
      return askForStream(backend, clinician.token, { headers: { origin: 'https://ehr.example' } });
    },
  ],
  [
    'a token in the address',
    400,
    async () => {
      const { clinician } = await someone();
      const path = `/live?token=${clinician.token}`;
      return askForStream(backend, clinician.token, { path });
    },
  ],
])('is refused to %s', async (_whom, status, ask) => {
  const reply = await ask();
  expect(reply.status).toBe(status);
  expect(reply.headers.get('content-type')).toContain('application/json');
});
