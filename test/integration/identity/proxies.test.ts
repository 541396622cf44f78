import { rmSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { trustedProxiesIn } from '#backend/http/source.ts';
import type { RunningBackend } from '#backend/serve.ts';
import { newDirectory } from '#test/support/database.ts';
import { startLocalBackend } from '#test/support/local-backend.ts';

let directory: string;
let backend: RunningBackend | null = null;

beforeEach(() => {
  directory = newDirectory();
});
afterEach(async () => {
  await backend?.stop();
  rmSync(directory, { recursive: true, force: true });
});

/** From how many sources two tries are counted whose callers claim two addresses. */
async function sourcesOfTwo(started: RunningBackend): Promise<number> {
  backend = started;
  for (const claimed of ['198.51.100.1', '198.51.100.2']) {
    const reply = await fetch(new URL('/sign-in', started.url), {
      method: 'POST',
      headers: { origin: started.url.origin, 'x-forwarded-for': claimed },
      body: new URLSearchParams({ email: 'nobody@elm-street.example', password: 'not a password' }),
      redirect: 'manual',
    });
    expect(reply.status).toBe(401);
  }
  const { rows } = await started.database.pool.query(
    `select 1 from directory.rate_limit where key like 'signInBySource:%'`,
  );
  return rows.length;
}

it('believes where a request comes from when the proxy at the other end was named', async () => {
  const trustedProxies = trustedProxiesIn('127.0.0.0/8');
  expect(await sourcesOfTwo(await startLocalBackend(directory, { trustedProxies }))).toBe(2);
});

it('believes nobody otherwise', async () => {
  expect(await sourcesOfTwo(await startLocalBackend(directory))).toBe(1);
});
