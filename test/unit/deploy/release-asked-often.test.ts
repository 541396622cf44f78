import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { readCrx } from '#backend/deploy/crx/read-crx.ts';
import { releaseRoutes } from '#backend/deploy/releases/routes.ts';
import type { RequestEnv } from '#backend/http/env.ts';
import { failAsJson, failureOf } from '#backend/http/failure.ts';
import { aReleaseFolder } from '#test/support/release.ts';

vi.mock('#backend/deploy/crx/read-crx.ts', { spy: true });

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'throughline-asked-often-'));
});
afterEach(() => rmSync(root, { recursive: true }));

it('a release that is asked for often is taken apart once, until its bytes change', async () => {
  const { folder } = await aReleaseFolder(root);
  const file = join(folder, 'throughline-1.0.0.crx');
  const publicUrl = new URL('https://throughline.example');
  const log = pino({ level: 'silent' });
  const app = new Hono<RequestEnv>();
  app.route('/', releaseRoutes({ folder, publicUrl, sourceOf: () => null, log }));
  app.onError((error, c) => failAsJson(c, failureOf(error)));
  const takenApart = vi.mocked(readCrx).mockClear();
  for (let time = 0; time < 3; time += 1) {
    const reply = await app.request('/extension/1.0.0.crx');
    expect(Buffer.from(await reply.arrayBuffer()).equals(readFileSync(file))).toBe(true);
  }
  expect(takenApart).toHaveBeenCalledTimes(1);
  appendFileSync(file, 'x');
  expect((await app.request('/extension/1.0.0.crx')).status).toBe(404);
  expect(takenApart).toHaveBeenCalledTimes(2);
});
