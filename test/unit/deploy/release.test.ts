import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readReleaseWords } from '#backend/deploy/release/read-words.ts';
import { release } from '#backend/deploy/release/release.ts';
import { versionAfter } from '#backend/deploy/release/rollback.ts';
import { schemaFaults } from '#backend/deploy/release/schema-rules.ts';
import { readBook } from '#backend/deploy/releases/folder.ts';
import {
  aReleaseFolder,
  packInto,
  RELEASED_AT,
  smallManifest,
  testKey,
  writeBuild,
} from '#test/support/release.ts';

const PROGRAM = fileURLToPath(new URL('../../../backend/deploy/release/main.ts', import.meta.url));

let root: string;
const at = (name: string) => join(root, name);

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'throughline-release-'));
});
afterEach(() => rmSync(root, { recursive: true }));

async function book(folder: string) {
  const read = await readBook(folder);
  if (!read.ok) throw new Error(read.refusal);
  return read.value;
}

describe('a release', () => {
  it('is the same bytes from the same build and key, in every time zone and under every umask', () => {
    testKey(at('key.pem'));
    writeBuild(at('build'));
    const packed = (folder: string, env: Record<string, string>, umask: string) => {
      const words = `umask ${umask}; exec "$@"`;
      const call = [
        'pack',
        '--build',
        at('build'),
        '--key',
        at('key.pem'),
        '--releases',
        at(folder),
      ];
      execFileSync('sh', ['-c', words, 'sh', process.execPath, PROGRAM, ...call], {
        env: { ...process.env, ...env },
      });
      return readFileSync(join(at(folder), 'throughline-1.0.0.crx'));
    };
    const one = packed('one', { TZ: 'Asia/Tokyo' }, '022');
    expect(packed('other', { TZ: 'America/Chicago' }, '077').equals(one)).toBe(true);
  });

  it('needs the key that is there, and makes none in silence', async () => {
    const build = writeBuild(at('build'));
    const around = { folder: at('releases'), build, now: RELEASED_AT };
    const call = { what: 'pack', key: at('key.pem') } as const;
    expect(await release(call, around)).toMatchObject({ refusal: { reason: 'keyMissing' } });
    expect(existsSync(at('key.pem'))).toBe(false);
    testKey(at('key.pem'));
    expect(await release({ ...call, 'new-key': true }, around)).toMatchObject({
      refusal: { reason: 'keyThere' },
    });
    expect(await release(call, around)).toMatchObject({ ok: true });
    testKey(at('other.pem'));
    writeBuild(at('build'), smallManifest({ version: '1.1.0' }));
    expect(await release({ ...call, key: at('other.pem') }, around)).toMatchObject({
      refusal: { reason: 'otherKey' },
    });
  });

  it('has a higher version than every one before', async () => {
    const { folder, key } = await aReleaseFolder(root);
    for (const version of ['1.0.0', '0.9.9']) {
      const build = writeBuild(at('again'), smallManifest({ version }));
      expect(await packInto(folder, { build, key: key.path })).toEqual({
        ok: false,
        refusal: { reason: 'versionNotHigher', newest: '1.0.0' },
      });
    }
  });

  it.each([
    ['a permission', { permissions: ['storage', 'tabs'] }, ['tabs']],
    ['an optional permission', { optional_permissions: ['history'] }, ['history']],
    ['a host', { host_permissions: ['https://ehr.example/*', 'https://*/*'] }, ['https://*/*']],
    [
      'a page for its script',
      { content_scripts: [{ matches: ['https://mail.example/*'] }] },
      ['https://mail.example/*'],
    ],
  ])('that asks for %s more needs two different people', async (_what, more, added) => {
    const { folder, key } = await aReleaseFolder(root);
    const build = writeBuild(at('more'), smallManifest({ version: '1.1.0', ...more }));
    for (const approvedBy of [[], ['Pat Lowell'], ['Pat Lowell', 'pat lowell ']]) {
      expect(await packInto(folder, { build, key: key.path, approvedBy })).toEqual({
        ok: false,
        refusal: { reason: 'notApproved', added },
      });
    }
    const approvedBy = ['Pat Lowell', 'Nadia Fields'];
    expect(await packInto(folder, { build, key: key.path, approvedBy })).toMatchObject({
      ok: true,
    });
    expect((await book(folder)).releases.at(-1)).toMatchObject({ version: '1.1.0', approvedBy });
  });

  it('that asks for less needs nobody', async () => {
    const { folder, key } = await aReleaseFolder(root);
    const less = smallManifest({ version: '1.1.0', permissions: [] });
    const build = writeBuild(at('less'), less);
    expect(await packInto(folder, { build, key: key.path })).toMatchObject({ ok: true });
  });

  it('is not packed with a schema that browsers refuse', async () => {
    testKey(at('key.pem'));
    const bad = { type: 'object', additionalProperties: false, properties: {} };
    const build = writeBuild(at('build'), smallManifest(), bad);
    expect(await packInto(at('releases'), { build, key: at('key.pem') })).toMatchObject({
      refusal: { reason: 'badSchema' },
    });
    expect(existsSync(at('releases'))).toBe(false);
  });
});

const withKey = (node: unknown) => ({ type: 'object', properties: { key: node } });

describe('a schema', () => {
  it.each([
    ['no object at all', 7],
    ['a top without a type', { properties: {} }],
    ['two types', withKey({ type: ['string', 'null'] })],
    ['no type', withKey({ enum: ['a'] })],
    ['a type and a reference', withKey({ type: 'string', $ref: 'Other' })],
    ['a list of nothing', withKey({ type: 'array' })],
    ['an object without properties', withKey({ type: 'object' })],
  ])('with %s is refused', (_what, schema) => {
    expect(schemaFaults(schema)).not.toEqual([]);
  });

  it('of plain types is taken', () => {
    const items = { type: 'string', enum: ['a'] };
    expect(schemaFaults(withKey({ type: 'array', items }))).toEqual([]);
  });
});

describe('taking a release back', () => {
  it('releases the former code under a higher version, to everybody', async () => {
    const { folder, key } = await aReleaseFolder(root);
    const build = writeBuild(at('next'), smallManifest({ version: '1.1.0', name: 'Broken' }));
    await packInto(folder, { build, key: key.path });
    const around = { folder, build, now: RELEASED_AT };
    await release({ what: 'offer', version: '1.1.0', percentage: 40 }, around);
    const back = await release({ what: 'rollback', version: '1.0.0', key: key.path }, around);
    expect(back).toMatchObject({ ok: true });
    const { releases, channels } = await book(folder);
    expect(releases.at(-1)).toMatchObject({ version: '1.1.0.1', codeOf: '1.0.0' });
    expect(channels.stable.steps).toEqual([{ version: '1.1.0.1', percentage: 100 }]);
  });

  it('needs nobody for what the former code asked for and the broken one no more', async () => {
    const { folder, key } = await aReleaseFolder(root);
    const hosts = ['https://new-name.ehr.example/*'];
    const renamed = smallManifest({ version: '1.1.0', host_permissions: hosts, permissions: [] });
    const build = writeBuild(at('next'), renamed);
    const approvedBy = ['Pat Lowell', 'Nadia Fields'];
    await packInto(folder, { build, key: key.path, approvedBy });
    const around = { folder, build, now: RELEASED_AT };
    expect(
      await release({ what: 'rollback', version: '1.0.0', key: key.path }, around),
    ).toMatchObject({ ok: true });
    expect((await book(folder)).releases.at(-1)).toMatchObject({
      version: '1.1.0.1',
      hosts: ['https://ehr.example/*'],
      approvedBy: [],
    });
    writeBuild(at('next'), smallManifest({ version: '1.2.0', host_permissions: hosts }));
    expect(await packInto(folder, { build, key: key.path })).toMatchObject({
      refusal: { reason: 'notApproved', added: hosts },
    });
  });

  it.each([
    ['1.4.0', '1.4.0.1'],
    ['1.4', '1.4.0.1'],
    ['1.4.0.1', '1.4.0.2'],
  ])('follows %s with %s', (version, next) => {
    expect(versionAfter(version)).toBe(next);
  });

  it('is refused for a version that never was', async () => {
    const { folder, key } = await aReleaseFolder(root);
    const around = { folder, build: root, now: RELEASED_AT };
    expect(await release({ what: 'rollback', version: '7.0', key: key.path }, around)).toEqual({
      ok: false,
      refusal: { reason: 'versionUnknown', version: '7.0' },
    });
  });
});

describe('the words of the command', () => {
  it.each([
    ['nothing', []],
    ['another command', ['delete']],
    ['an option that it has not', ['list', '--all']],
    ['a share above all', ['offer', '--version', '1.0', '--percentage', '101']],
    ['no version', ['offer', '--percentage', '10']],
    ['a version that is none', ['pin', '--version', 'newest']],
    ['another channel', ['unpin', '--channel', 'beta']],
    ['a stray word', ['list', 'everything']],
    ['no key', ['pack']],
  ])('are not understood with %s', (_what, words) => {
    expect(readReleaseWords(words).ok).toBe(false);
  });
});
