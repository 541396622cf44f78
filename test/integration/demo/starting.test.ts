import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { prepareData } from '#test/demo/data.ts';
import { type DemoPlan, stoppedText } from '#test/demo/plan.ts';
import { holdDemo } from '#test/demo/running.ts';
import { launchBrowser } from '#test/support/browser.ts';

// Whatever the demo can't do is said before anything is built: a build takes half a minute.

const START = fileURLToPath(new URL('../../demo/start.ts', import.meta.url));

let data: string;
let taken: Server;
let port: number;

beforeEach(async () => {
  data = mkdtempSync(join(tmpdir(), 'throughline-demo-'));
  taken = createServer();
  taken.listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const address = taken.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  ({ port } = address);
});
afterEach(() => {
  taken.close();
  rmSync(data, { recursive: true, force: true });
});

/** Starts the demo as where there is a display. The port is taken, so that no window ever opens. */
async function start(...words: readonly string[]) {
  const child = spawn(process.execPath, [START, ...words], {
    env: {
      ...process.env,
      THROUGHLINE_DATA: data,
      THROUGHLINE_PORT: String(port),
      DISPLAY: ':99',
    },
  });
  const exited = once(child, 'exit');
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
  const [code] = (await exited) as [number | null];
  return { code, out, err };
}

const planOf = (kind: DemoPlan['kind']): DemoPlan => ({
  kind,
  dataDir: join(data, kind === 'open' ? 'demo' : 'demo-once'),
  port: 0,
  fresh: false,
  phone: false,
});

function hold(kind: DemoPlan['kind']) {
  const held = holdDemo(planOf(kind));
  return held.ok ? held.value : expect.fail(held.refusal);
}

describe('before anything is built', () => {
  it('a port that is taken is named, with what to do', async () => {
    const { code, out, err } = await start();
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain(`Port ${port} is taken. Set THROUGHLINE_PORT to another one.`);
    // What was held is free again.
    hold('open').release();
  });

  it('a second demo is told what runs, and where', async () => {
    const first = hold('open');
    const starting = await start();
    expect(starting).toMatchObject({ code: 1, out: '' });
    expect(starting.err).toContain(`is just being started (process ${process.pid}, since`);
    first.servesAt(new URL('http://127.0.0.1:7400/'));
    const refused = await start('--fresh');
    expect(refused).toMatchObject({ code: 1, out: '' });
    expect(refused.err).toContain(`open already at http://127.0.0.1:7400 (process ${process.pid}`);
    first.release();
    expect((await start()).err).toContain('is taken');
  });

  it('a second run that checks itself is told to wait', async () => {
    const first = hold('once');
    const refused = await start('--once');
    expect(refused).toMatchObject({ code: 1, out: '' });
    expect(refused.err).toContain(`running already (process ${process.pid}`);
    first.release();
  });

  it('phones are not offered what ends by itself', async () => {
    const refused = await start('--once', '--phone');
    expect(refused).toMatchObject({ code: 1, out: '' });
    expect(refused.err).toContain('--phone is for a demo that stays open');
    expect(readdirSync(data)).toEqual([]);
  });
});

it.runIf(process.platform === 'linux')(
  'a display that can’t be opened is named, in words for whoever started it',
  async () => {
    vi.stubEnv('DISPLAY', ':98765');
    vi.stubEnv('WAYLAND_DISPLAY', '');
    const why: unknown = await launchBrowser({ hosts: {}, headless: false }).then(
      (browser) => browser.close(),
      (error: unknown) => error,
    );
    expect(stoppedText(why)).toContain('The display that DISPLAY names can’t be opened.');
    expect(stoppedText(new Error('Port 1 is taken.'))).toBe('The demo stopped: Port 1 is taken.');
    vi.unstubAllEnvs();
  },
);

it('what is forgotten is everything but who holds the folder', async () => {
  const { dataDir } = planOf('open');
  const held = hold('open');
  held.servesAt(new URL('http://127.0.0.1:7400/'));
  writeFileSync(join(dataDir, 'practice.json'), '{}');
  expect(await prepareData(dataDir, true)).toBeNull();
  expect(readdirSync(dataDir)).toEqual(['running']);
  expect(holdDemo(planOf('open'))).toMatchObject({
    ok: false,
    refusal: expect.stringContaining('http://127.0.0.1:7400'),
  });
  held.release();
  expect(existsSync(join(dataDir, 'running', 'address'))).toBe(false);
});
