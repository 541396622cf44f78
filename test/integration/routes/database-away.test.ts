import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Database, openDatabase } from '#backend/database/database.ts';
import { refusalText } from '#backend/database/refusal.ts';
import { instantOf } from '#shared/contracts/calendar.ts';
import { ERRORS } from '#shared/contracts/errors.ts';
import { startTestBackend, type TestBackend, testBackendOn } from '#test/support/backend.ts';
import { startTestDatabase, urlsOf } from '#test/support/database.ts';
import { openPage } from '#test/support/practice.ts';
import { aScene } from '#test/support/scene.ts';
import { until } from '#test/support/until.ts';
import { type GoodRequest, goodRequests, send } from './good-requests.ts';

const ROUNDS = 2;
const UNCERTAIN = 'We can’t say whether this was saved';
const CLIENTS_BUSY = 'The server is busy. Wait a few seconds, then try again.';
/** Longer than a session is believed without asking, in milliseconds. */
const SESSION_FORGOTTEN = 4_000;

let closing: AsyncDisposableStack;
beforeEach(() => {
  closing = new AsyncDisposableStack();
});
afterEach(() => closing.disposeAsync());

async function opened(config: Parameters<typeof openDatabase>[0]): Promise<Database> {
  const database = await openDatabase(config, instantOf(new Date()));
  if (!database.ok) throw new Error(refusalText(database.refusal));
  closing.defer(() => database.value.close());
  return database.value;
}

/** The reply to each request, by route. */
async function repliesOf(
  backend: TestBackend,
  requests: ReadonlyMap<string, GoodRequest>,
): Promise<ReadonlyMap<string, Response>> {
  const replies = [...requests].map(
    async ([route, request]) => [route, await send(backend, request)] as const,
  );
  return new Map(await Promise.all(replies));
}

const statusesOf = (replies: ReadonlyMap<string, Response>) =>
  new Map([...replies].map(([route, { status }]) => [route, status]));

const inOrder = (requests: ReadonlyMap<string, GoodRequest>) =>
  new Map([...requests].map(([route, { status }]) => [route, status]));

const withoutDatabase = (requests: ReadonlyMap<string, GoodRequest>) =>
  new Map(
    [...requests].map(([route, { status, asksDatabase }]) => [
      route,
      asksDatabase ? ERRORS.busy.status : status,
    ]),
  );

function busyWordsOf(route: string): string {
  if (route.startsWith('POST /m/')) return UNCERTAIN;
  return route.startsWith('GET /m/') ? CLIENTS_BUSY : ERRORS.busy.message;
}

/**
 * Every reply that was refused says "busy" in its own way, and nothing of why. A client's form may
 * have been saved before the reply was lost: its page says neither that it was nor that it wasn't.
 */
async function expectBusyWords(replies: ReadonlyMap<string, Response>): Promise<void> {
  for (const [route, reply] of replies) {
    if (reply.status !== ERRORS.busy.status || route === 'GET /health') continue;
    const text = await reply.text();
    expect(text, route).toContain(busyWordsOf(route));
    expect(text, route).not.toContain('not saved');
  }
}

it('a database server that is away is told as busy by every route, and nothing is half done', async () => {
  const server = await startTestDatabase();
  closing.defer(() => server.close());
  const { application, superuser } = urlsOf(server);
  const database = await opened({ kind: 'server', url: application, ownerUrl: superuser });
  const backend = testBackendOn({ ...server, database });
  const requests = await goodRequests(backend, await aScene(backend));
  backend.clock.pass(SESSION_FORGOTTEN);

  await server.database.close();
  const away = await repliesOf(backend, requests);
  expect(statusesOf(away)).toEqual(withoutDatabase(requests));
  await expectBusyWords(away);

  await opened({ kind: 'embedded', directory: server.directory });
  await until('the database answers', async () => (await openPage(backend, '/health')).ok);
  expect(statusesOf(await repliesOf(backend, requests))).toEqual(inOrder(requests));
});

it('a database of our own that is killed comes back under its requests', async () => {
  const backend = await startTestBackend();
  closing.defer(() => backend.close());
  const scene = await aScene(backend);
  for (let round = 0; round < ROUNDS; round += 1) {
    const requests = await goodRequests(backend, scene);
    backend.clock.pass(SESSION_FORGOTTEN);
    const pid = backend.database.database.serverPid();
    if (pid === null) throw new Error('no server runs');
    process.kill(pid, 'SIGKILL');
    const amid = await repliesOf(backend, requests);
    for (const [route, { status }] of amid) {
      expect([requests.get(route)?.status, ERRORS.busy.status], route).toContain(status);
    }
    expect([...statusesOf(amid).values()]).toContain(ERRORS.busy.status);
    await expectBusyWords(amid);

    await until('the database answers', async () => (await openPage(backend, '/health')).ok);
    const again = await goodRequests(backend, scene);
    expect(statusesOf(await repliesOf(backend, again))).toEqual(inOrder(again));
  }
});
