import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readCrx } from '#backend/deploy/crx/read-crx.ts';
import { release } from '#backend/deploy/release/release.ts';
import { offeredVersion, shareOf } from '#backend/deploy/releases/rollout.ts';
import { releaseRoutes } from '#backend/deploy/releases/routes.ts';
import type { RequestEnv } from '#backend/http/env.ts';
import { failAsJson, failureOf } from '#backend/http/failure.ts';
import {
  aReleaseFolder,
  packInto,
  RELEASED_AT,
  smallManifest,
  testKey,
  writeBuild,
} from '#test/support/release.ts';

let root: string;
let folder: string;
let keyPath: string;
let extensionId: string;

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'throughline-releases-'));
  const made = await aReleaseFolder(root);
  folder = made.folder;
  keyPath = made.key.path;
  extensionId = made.key.extensionId;
});
afterEach(() => rmSync(root, { recursive: true }));

async function get(path: string, from = folder): Promise<Response> {
  const publicUrl = new URL('https://throughline.example');
  const log = pino({ level: 'silent' });
  const app = new Hono<RequestEnv>();
  app.route('/', releaseRoutes({ folder: from, publicUrl, sourceOf: () => null, log }));
  app.onError((error, c) => failAsJson(c, failureOf(error)));
  return app.request(path);
}

const crxFile = (version: string) => join(folder, `throughline-${version}.crx`);

/** The version that the update manifest of a channel offers; null when it offers none. */
async function offered(channel: string, query = ''): Promise<string | null> {
  const manifest = await (await get(`/extension/updates/${channel}.xml${query}`)).text();
  return /updatecheck codebase="[^"]+" version="([^"]+)"/.exec(manifest)?.[1] ?? null;
}

describe('the update manifest', () => {
  it('names the extension, the version, where it is and the oldest browser', async () => {
    const reply = await get('/extension/updates/stable.xml');
    expect(reply.headers.get('content-type')).toMatch(/^text\/xml/);
    expect(await reply.text()).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<gupdate xmlns="http://www.google.com/update2/response" protocol="2.0">
  <app appid="${extensionId}">
    <updatecheck codebase="https://throughline.example/extension/1.0.0.crx" version="1.0.0" prodversionmin="120" />
  </app>
</gupdate>
`);
  });

  it('offers nothing on a channel that nothing was offered on', async () => {
    expect(await (await get('/extension/updates/early.xml')).text()).toContain('status="noupdate"');
  });

  it.each(['/extension/updates/beta.xml', '/extension/updates/stable', '/extension/releases.json'])(
    'is not %s',
    async (path) => {
      expect((await get(path)).status).toBe(404);
    },
  );

  it('is not there without a release folder', async () => {
    expect((await get('/extension/updates/stable.xml', join(root, 'none'))).status).toBe(404);
  });
});

const ask = (call: Parameters<typeof release>[0]) =>
  release(call, { folder, build: root, now: RELEASED_AT });

describe('a staged rollout', () => {
  beforeEach(async () => {
    const build = writeBuild(join(root, 'next'), smallManifest({ version: '1.1.0' }));
    await packInto(folder, { build, key: keyPath });
  });

  it('offers each browser the same version again, and the newer one to its share', async () => {
    await ask({ what: 'offer', version: '1.1.0', percentage: 30 });
    const browsers = Array.from({ length: 200 }, (_, index) => `?group=machine-${index}`);
    const first = await Promise.all(browsers.map((query) => offered('stable', query)));
    expect(await Promise.all(browsers.map((query) => offered('stable', query)))).toEqual(first);
    const newer = first.filter((version) => version === '1.1.0').length;
    // 30 % of 200 is 60; the keys are fixed, so this can't vary.
    expect(newer).toBeGreaterThan(40);
    expect(newer).toBeLessThan(80);
    await ask({ what: 'offer', version: '1.1.0', percentage: 60 });
    const later = await Promise.all(browsers.map((query) => offered('stable', query)));
    expect(
      later.filter((version, index) => first[index] === '1.1.0' && version !== '1.1.0'),
    ).toEqual([]);
  });

  it('spreads browsers evenly', () => {
    const counts = new Map<number, number>();
    for (let index = 0; index < 10_000; index += 1) {
      const share = shareOf(extensionId, `machine-${index}`);
      counts.set(share, (counts.get(share) ?? 0) + 1);
    }
    expect(counts.size).toBe(100);
    expect(Math.min(...counts.keys())).toBe(0);
    expect(Math.max(...counts.keys())).toBe(99);
  });

  it.each([
    [0, 0, '1.0'],
    [29, 30, '2.0'],
    [30, 30, '1.0'],
    [99, 100, '2.0'],
  ])('offers share %i of a step of %i %% version %s', (share, percentage, version) => {
    const steps = [
      { version: '2.0', percentage },
      { version: '1.0', percentage: 100 },
    ];
    expect(offeredVersion({ pin: null, steps }, share)).toBe(version);
  });

  it('stays at a pinned version until that ends', async () => {
    await ask({ what: 'offer', version: '1.1.0', percentage: 100 });
    await ask({ what: 'pin', version: '1.0.0' });
    expect(await offered('stable')).toBe('1.0.0');
    await ask({ what: 'unpin' });
    expect(await offered('stable')).toBe('1.1.0');
    expect(await ask({ what: 'pin', version: '3.0' })).toMatchObject({ ok: false });
  });
});

describe('a packed release', () => {
  it('is served as an extension, byte for byte', async () => {
    const reply = await get('/extension/1.0.0.crx');
    expect(reply.headers.get('content-type')).toBe('application/x-chrome-extension');
    const bytes = Buffer.from(await reply.arrayBuffer());
    expect(bytes.equals(readFileSync(crxFile('1.0.0')))).toBe(true);
    expect(readCrx(bytes)).toMatchObject({ ok: true, value: { extensionId } });
  });

  it('is not served once a single byte of it differs', async () => {
    const good = readFileSync(crxFile('1.0.0'));
    for (let place = 0; place < good.length; place += 97) {
      const tampered = Buffer.from(good);
      tampered.writeUInt8(tampered.readUInt8(place) ^ 1, place);
      writeFileSync(crxFile('1.0.0'), tampered);
      expect([place, (await get('/extension/1.0.0.crx')).status]).toEqual([place, 404]);
    }
  });

  it('is not served under another version', async () => {
    const build = writeBuild(join(root, 'next'), smallManifest({ version: '1.1.0' }));
    await packInto(folder, { build, key: keyPath });
    copyFileSync(crxFile('1.0.0'), crxFile('1.1.0'));
    expect((await get('/extension/1.1.0.crx')).status).toBe(404);
  });

  it('is not served with the signature of another key', async () => {
    const other = testKey(join(root, 'other', 'key.pem'));
    const build = writeBuild(join(root, 'build'));
    await packInto(join(root, 'other', 'releases'), { build, key: other.path });
    copyFileSync(join(root, 'other', 'releases', 'throughline-1.0.0.crx'), crxFile('1.0.0'));
    expect((await get('/extension/1.0.0.crx')).status).toBe(404);
  });

  it.each(['/extension/2.0.0.crx', '/extension/..%2Freleases.crx', '/extension/.crx'])(
    'is not %s',
    async (path) => {
      expect((await get(path)).status).toBe(404);
    },
  );
});

describe('a file that is no release', () => {
  it.each([
    ['nothing', Buffer.alloc(0)],
    ['a picture', Buffer.from('\u0089PNG and so on, long enough to be looked at')],
    [
      'a header that is longer than the file',
      Buffer.from('Cr24\x03\0\0\0\xff\xff\0\0....', 'latin1'),
    ],
    ['an older format', Buffer.from('Cr24\x02\0\0\0\x04\0\0\0....', 'latin1')],
  ])('is refused: %s', (_what, bytes) => {
    expect(readCrx(bytes)).toEqual({ ok: false, refusal: 'notCrx' });
  });
});
