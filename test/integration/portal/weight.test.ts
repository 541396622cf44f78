import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestBackend, type TestBackend } from '#test/support/backend.ts';
import { aClient, aLink, aPractice, aStaffMember, openPage } from '#test/support/practice.ts';

/** Bytes over the network, compressed, of a page and everything that it loads. */
const LIMIT = 40 * 1024;

let backend: TestBackend;
let link: string;

beforeAll(async () => {
  backend = await startTestBackend();
  const practiceId = await aPractice(backend);
  const clinician = await aStaffMember(backend, practiceId);
  link = await aLink(backend, practiceId, await aClient(backend, practiceId, clinician));
});
afterAll(() => backend.close());

async function compressed(path: string): Promise<number> {
  const reply = await openPage(backend, path);
  expect(reply.status, path).toBe(200);
  return gzipSync(await reply.text()).length;
}

/** The addresses of what a page loads from us. */
function loaded(text: string): readonly string[] {
  return [...text.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, href = '']) => href);
}

describe('a page of the client’s', () => {
  it.each(['', '/q/1', '/review'])(
    'weighs less than 40 KB with all that it loads: %s',
    async (path) => {
      const text = await (await openPage(backend, `${link}${path}`)).text();
      const parts = loaded(text);
      expect(parts).toHaveLength(4);
      let bytes = gzipSync(text).length;
      for (const part of parts) bytes += await compressed(part);
      expect(bytes).toBeLessThan(LIMIT);
    },
  );

  it('is drawn before its script came: the script waits, and nothing comes from elsewhere', async () => {
    const text = await (await openPage(backend, `${link}/q/1`)).text();
    const scripts = text.match(/<script[^>]*>/g) ?? [];
    expect(scripts).toEqual([expect.stringContaining('type="module"')]);
    expect(text).not.toMatch(/<script>|\son[a-z]+=|\sstyle=|<iframe|<link rel="pre/);
    expect(text).not.toMatch(/(?:src|action)="(?:https?:)?\/\//);
  });

  it('brings the rest of the questions for less than a page may weigh', async () => {
    expect(await compressed(`${link}/rest`)).toBeLessThan(LIMIT);
  });
});

describe('what is kept on a phone', () => {
  it('is one page with help, its style and its icon, and nothing of a link', async () => {
    const worker = await openPage(backend, '/check-in-worker.js');
    const script = await worker.text();
    expect(worker.headers.get('cache-control')).toBe('no-cache');
    const parts = /const PARTS = \[HELP, '([^']+)', '([^']+)'\]/.exec(script)?.slice(1) ?? [];
    for (const part of parts) expect((await openPage(backend, part)).status).toBe(200);
    expect(parts).toHaveLength(2);
    const help = await (await openPage(backend, '/m/')).text();
    expect(help).toContain('tel:988');
    expect(help).not.toContain(link);
  });

  it('has a neutral name', async () => {
    const [, href = ''] =
      /rel="manifest" href="([^"]+)"/.exec(await (await openPage(backend, link)).text()) ?? [];
    const manifest = (await (await openPage(backend, href)).json()) as Record<string, unknown>;
    expect(manifest).toMatchObject({ name: 'Check-in', start_url: '/m/', scope: '/m/' });
    expect(JSON.stringify(manifest)).toMatch(/\/assets\/[0-9a-f]{12}\/icon\.svg/);
  });
});
