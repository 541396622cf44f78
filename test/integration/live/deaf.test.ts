import { kill } from 'node:process';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestBackend, type TestBackend } from '#test/support/backend.ts';
import { scopeOf } from '#test/support/database.ts';
import { keepTelling, listenAs } from '#test/support/live.ts';
import { aClient, aPractice, aStaffMember } from '#test/support/practice.ts';
import { until } from '#test/support/until.ts';

let backend: TestBackend;
let stop: () => Promise<void>;
let frozen: number | null = null;

beforeAll(async () => {
  backend = await startTestBackend();
  stop = await keepTelling(backend);
});
afterAll(async () => {
  if (frozen !== null) kill(frozen, 'SIGCONT');
  await stop();
  await backend.close();
});

/** The server's end of the connection that listens says no more, and doesn't hang up either. */
async function freezeListener(): Promise<void> {
  const [listening] = await backend.database.asSuperuser<{ pid: number }>(
    `select pid from pg_stat_activity where query = 'listen throughline_live'`,
  );
  if (listening === undefined) throw new Error('nobody listens');
  kill(listening.pid, 'SIGSTOP');
  frozen = listening.pid;
}

it('hears again though the connection that listened looks open', async () => {
  const practiceId = await aPractice(backend);
  const clinician = await aStaffMember(backend, practiceId);
  const clientId = await aClient(backend, practiceId, clinician);
  const listener = await listenAs(backend, clinician.token);
  await until('the stream works', () => listener.beats.includes('works'));
  await freezeListener();
  await until('what may have been missed is asked anew', () =>
    listener.news.some(({ is }) => is === 'missed'),
  );
  await until('the stream works', () => listener.beats.at(-1) === 'works');
  await backend.care.store.inPractice(scopeOf(practiceId), ({ live }) =>
    live.tell(clientId, 'client'),
  );
  await until('it is told', () => listener.news.some(({ is }) => is === 'client'));
  expect(listener.isOver()).toBe(false);
  await listener.leave();
});
