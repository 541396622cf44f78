import type { Client } from 'pg';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { ERRORS } from '#shared/contracts/errors.ts';
import { type Frozen, freeze } from '#test/faults/freeze.ts';
import { startTestBackend, type TestBackend } from '#test/support/backend.ts';
import { withSuperuser } from '#test/support/database.ts';
import { aLink, call, openPage, submitForm } from '#test/support/practice.ts';
import { aScene, type Scene } from '#test/support/scene.ts';
import { until } from '#test/support/until.ts';

/** Fewer connections than requests, so that some wait for a connection and some for an answer. */
const LIMITS = { connections: 4, connectWithin: 2_500, answerWithin: 2_500 };
const AT_ONCE = 10;

let backend: TestBackend;
let scene: Scene;
let bystander: Client;
let frozen: Frozen | null = null;

beforeAll(async () => {
  backend = await startTestBackend(LIMITS);
  scene = await aScene(backend);
  bystander = withSuperuser(backend.database);
  await bystander.connect();
});
afterEach(() => frozen?.thaw());
afterAll(async () => {
  await bystander.end();
  await backend.close();
});

function freezeDatabase(): void {
  const pid = backend.database.database.serverPid();
  if (pid === null) throw new Error('no server runs');
  frozen = freeze(pid);
}

/** Lets the database go on, and waits until the backend says that it can serve. */
async function thawDatabase(): Promise<void> {
  frozen?.thaw();
  await until('the backend serves', async () => (await openPage(backend, '/health')).ok);
}

/** Links to a GAD-7 with one answer, ready to be sent. */
async function answeredLinks(count: number): Promise<readonly string[]> {
  const links: string[] = [];
  for (let made = 0; made < count; made += 1) {
    const link = await aLink(backend, scene.practiceId, scene.clientId, 'gad7');
    await submitForm(backend, `${link}/q/1`, { answer: '1' });
    links.push(link);
  }
  return links;
}

const send = (link: string) => submitForm(backend, `${link}/submit`, {});

/** GAD-7s of the client that are stored. */
async function stored(): Promise<number> {
  const rows = await backend.database.asSuperuser(
    `select from care.response where client_id = $1 and instrument_id = 'gad7'`,
    [scene.clientId],
  );
  return rows.length;
}

/** Every connection of the pool answers what it was asked, and none is left in a transaction. */
async function expectSoundConnections(): Promise<void> {
  const { pool } = backend.database.database;
  const asked = Array.from({ length: 40 }, (_, number) => number);
  const answers = await Promise.all(
    asked.map(async (number) => {
      const { rows } = await pool.query<{ is: number }>('select $1::int as is', [number]);
      return rows[0]?.is;
    }),
  );
  expect(answers).toEqual(asked);
  await until('no abandoned transaction is left', async () => {
    const rows = await backend.database.asSuperuser(
      `select from pg_stat_activity where usename = 'throughline_app' and state <> 'idle'`,
    );
    return rows.length === 0;
  });
}

it('every call ends as busy, and /health as down, while the database stands still', async () => {
  freezeDatabase();
  const { token } = scene.clinician;
  const [page, ...calls] = await Promise.all([
    openPage(backend, `/m/${'A'.repeat(43)}`),
    ...Array.from({ length: AT_ONCE }, () => call(backend, 'caseload.list', undefined, token)),
  ]);
  const health = await openPage(backend, '/health');
  expect(health.status).toBe(ERRORS.busy.status);
  expect(await health.json()).toEqual({ live: true, ready: false });
  for (const reply of calls) {
    expect(reply.status).toBe(ERRORS.busy.status);
    expect(await reply.text()).toContain(ERRORS.busy.message);
  }
  expect(page.status).toBe(ERRORS.busy.status);
  expect(await page.text()).toContain('The server is busy. Wait a few seconds, then try again.');
  // What was asked and not answered would be answered to whoever asks next.
  const { pool } = backend.database.database;
  await until('every such connection is thrown away', () => pool.totalCount === 0);

  await thawDatabase();
  await expectSoundConnections();
  expect((await call(backend, 'caseload.list', undefined, token)).status).toBe(200);
});

it('many probes at once take one connection between them', async () => {
  const { pool } = backend.database.database;
  freezeDatabase();
  const probes = Array.from({ length: AT_ONCE }, () => openPage(backend, '/health'));
  expect(pool.totalCount - pool.idleCount + pool.waitingCount).toBe(1);
  for (const reply of await Promise.all(probes)) expect(reply.status).toBe(ERRORS.busy.status);
  await thawDatabase();
});

it('a sending that was cut off before its COMMIT leaves nothing, and works again', async () => {
  const [link = ''] = await answeredLinks(1);
  const before = await stored();
  await bystander.query('begin');
  await bystander.query('select from care.client where client_id = $1 for update', [
    scene.clientId,
  ]);
  const sending = send(link);
  await until('the sending waits for the client', async () => {
    const { rows } = await bystander.query(
      `select from pg_stat_activity where usename = 'throughline_app' and wait_event_type = 'Lock'`,
    );
    return rows.length === 1;
  });
  freezeDatabase();
  expect((await sending).status).toBe(ERRORS.busy.status);
  frozen?.thaw();
  await bystander.query('rollback');
  await thawDatabase();
  await expectSoundConnections();
  expect(await stored()).toBe(before);

  expect((await send(link)).status).toBe(303);
  expect(await stored()).toBe(before + 1);
});

it('sendings that were under way are stored once, whatever they were told', async () => {
  const links = await answeredLinks(AT_ONCE);
  const before = await stored();
  const [first, ...others] = links.map(send);
  expect((await first)?.status).toBe(303);
  freezeDatabase();
  const told = await Promise.all(others);
  for (const { status } of told) expect([303, ERRORS.busy.status]).toContain(status);
  await thawDatabase();
  await expectSoundConnections();
  const acknowledged = 1 + told.filter(({ status }) => status === 303).length;
  expect(await stored()).toBeGreaterThanOrEqual(before + acknowledged);

  const again = await Promise.all(links.map(send));
  expect(again.map(({ status }) => status)).toEqual(Array(AT_ONCE).fill(303));
  expect(await stored()).toBe(before + AT_ONCE);
});
