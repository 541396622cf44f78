import { afterAll, beforeAll, expect, it } from 'vitest';
import type { PermissionName } from '#backend/access/catalogue.ts';
import { servedPaths } from '#backend/rpc/declared.ts';
import { router } from '#backend/rpc/router.ts';
import { ERRORS } from '#shared/contracts/errors.ts';
import {
  EXTENSION,
  PUBLIC_URL,
  startTestBackend,
  type TestBackend,
} from '#test/support/backend.ts';
import { wellFormedInput } from '#test/support/inputs.ts';
import { aLink, call, openPage, submitForm } from '#test/support/practice.ts';
import { aScene, type Scene } from '#test/support/scene.ts';
import { until } from '#test/support/until.ts';

const ROUNDS = 3;
/** Longer than a session is believed without asking, in milliseconds. */
const SESSION_FORGOTTEN = 4_000;
/** Every procedure that answers the same when it is asked again. */
const PROCEDURES = ([...servedPaths(router).keys()] as PermissionName[]).filter(
  (name) => name !== 'links.unlink',
);

let backend: TestBackend;
let scene: Scene;
let link: string;

beforeAll(async () => {
  backend = await startTestBackend();
  scene = await aScene(backend);
  link = await aLink(backend, scene.practiceId, scene.clientId);
});
afterAll(() => backend.close());

/** One request to every route that asks the database something. */
async function everyRoute(): Promise<readonly (readonly [string, Response])[]> {
  const { clinician } = scene;
  const { cookie, email, password } = clinician;
  const requests: Readonly<Record<string, Promise<Response>>> = {
    health: openPage(backend, '/health'),
    start: openPage(backend, link),
    begin: submitForm(backend, `${link}/start`, {}),
    question: openPage(backend, `${link}/q/1`),
    answer: submitForm(backend, `${link}/q/1`, { answer: '1' }),
    review: openPage(backend, `${link}/review`),
    thanks: openPage(backend, `${link}/done`),
    signIn: submitForm(backend, '/sign-in', { email, password }),
    connect: openPage(backend, '/connect', { cookie }),
    pairing: post('/api/auth/device/code', { client_id: 'throughline-extension' }),
    ...Object.fromEntries(
      PROCEDURES.map((name) => [
        name,
        call(backend, name, wellFormedInput(name, scene), clinician.token),
      ]),
    ),
  };
  return Promise.all(
    Object.entries(requests).map(async ([name, reply]) => [name, await reply] as const),
  );
}

async function post(path: string, body: unknown): Promise<Response> {
  return backend.app.request(new URL(path, PUBLIC_URL), {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: EXTENSION },
    body: JSON.stringify(body),
  });
}

function statusesBeside(
  replies: readonly (readonly [string, Response])[],
  allowed: readonly number[],
): readonly string[] {
  return replies
    .filter(([, { status }]) => !allowed.includes(status))
    .map(([name, { status }]) => `${name}: ${status}`);
}

it('a database that is killed is told as busy by every route, and serves again', async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const pid = backend.database.database.serverPid();
    if (pid === null) throw new Error('no server runs');
    backend.clock.pass(SESSION_FORGOTTEN);
    process.kill(pid, 'SIGKILL');
    const away = await everyRoute();
    expect(statusesBeside(away, [200, 303, 503])).toEqual([]);
    const refused = away.filter(([name, { status }]) => status === 503 && name !== 'health');
    expect(refused.length).toBeGreaterThan(0);
    for (const [, reply] of refused) expect(await reply.text()).toContain(wordsOfBusy());

    await until('the database answers', async () => (await openPage(backend, '/health')).ok);
    expect(statusesBeside(await everyRoute(), [200, 303])).toEqual([]);
  }
});

/** The words for "busy", up to the first character that a page would escape. */
function wordsOfBusy(): string {
  return ERRORS.busy.message.split(/['"&<>]/)[0] ?? '';
}
