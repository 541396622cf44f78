import { afterAll, beforeAll, expect, it } from 'vitest';
import { ERRORS } from '#shared/contracts/errors.ts';
import { startTestBackend, type TestBackend } from '#test/support/backend.ts';
import { aLink, call, openPage, submitForm } from '#test/support/practice.ts';
import { aScene, type Scene } from '#test/support/scene.ts';
import { until } from '#test/support/until.ts';

let backend: TestBackend;
let scene: Scene;
beforeAll(async () => {
  backend = await startTestBackend();
  scene = await aScene(backend);
});
afterAll(() => backend.close());

/** Alters the application's login as an administrator may, for every connection from now on. */
async function alterLogin(change: string): Promise<void> {
  await backend.database.asSuperuser(`alter role throughline_app ${change}`);
  await backend.database.asSuperuser(
    `select pg_terminate_backend(pid) from pg_stat_activity where usename = 'throughline_app'`,
  );
  const { pool } = backend.database.database;
  await until('the connections from before are gone', () => pool.totalCount === 0);
}

async function round(): Promise<void> {
  const stop = new AbortController();
  await backend.keepUp(stop.signal, async () => stop.abort());
}

it('a server that is made to forget is served from no more, until it keeps again', async () => {
  const link = await aLink(backend, scene.practiceId, scene.clientId);
  const statuses = async () => [
    (await openPage(backend, '/health')).status,
    (await submitForm(backend, `${link}/q/1`, { answer: '1' })).status,
    (await call(backend, 'caseload.list', undefined, scene.clinician.token)).status,
  ];
  await round();
  expect(await statuses()).toEqual([200, 303, 200]);

  await alterLogin('set synchronous_commit = off');
  await round();
  const { status } = ERRORS.busy;
  expect(await statuses()).toEqual([status, status, status]);
  expect(backend.logged()).toContain('"name":"synchronous_commit","value":"off"');

  await alterLogin('reset synchronous_commit');
  await round();
  expect(await statuses()).toEqual([200, 303, 200]);
});
