import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newDirectory } from '#test/support/database.ts';
import { startLocalBackend } from '#test/support/local-backend.ts';

const MAIN = fileURLToPath(new URL('../../../backend/main.ts', import.meta.url));

let directory: string;
beforeEach(() => {
  directory = newDirectory();
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

/** What a database that runs, or was not stopped in order, leaves in its directory. */
function leftOver(): readonly string[] {
  const traces = ['backend.lock', 'server/pgdata/postmaster.pid'];
  return traces.filter((trace) => existsSync(join(directory, 'database', trace)));
}

/** Runs `main.ts` and hands every line it says to `onLine`. The value is its exit code. */
async function runMain(
  onLine: (line: string, signal: (name: NodeJS.Signals) => void) => void,
): Promise<number | null> {
  const child = spawn(process.execPath, [MAIN], {
    env: { ...process.env, THROUGHLINE_DATA: directory, THROUGHLINE_PORT: '0' },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const exited = once(child, 'exit');
  createInterface(child.stdout).on('line', (line) => onLine(line, (name) => child.kill(name)));
  const [code] = (await exited) as [number | null];
  return code;
}

describe('Ctrl+C', () => {
  it('that arrives again and again still stops the database in order', async () => {
    const said: string[] = [];
    const code = await runMain((line, signal) => {
      said.push(line);
      if (line.startsWith('Ready')) signal('SIGINT');
      if (line.startsWith('Stopping')) {
        signal('SIGINT');
        signal('SIGTERM');
      }
    });
    expect(said.at(-1)).toBe('Stopped.');
    expect(code).toBe(0);
    expect(leftOver()).toEqual([]);
  });
});

describe('a start that does not succeed leaves nothing running', () => {
  it('on an address that this machine does not have', async () => {
    // 203.0.113.0/24 is for documentation (RFC 5737): no machine has such an address.
    const start = startLocalBackend(directory, { host: '203.0.113.7' });
    await expect(start).rejects.toThrow(/203\.0\.113\.7.*EADDRNOTAVAIL.*Set THROUGHLINE_HOST/);
    expect(leftOver()).toEqual([]);
  });

  it('with a secret that was cut short', async () => {
    const file = join(directory, 'session-secret');
    writeFileSync(file, '');
    await expect(startLocalBackend(directory)).rejects.toThrow(`${file} holds no usable secret`);
    expect(leftOver()).toEqual([]);
  });

  it('with passwords of the database that nobody can read', async () => {
    mkdirSync(join(directory, 'database'), { mode: 0o711 });
    const file = join(directory, 'database', 'secrets.json');
    writeFileSync(file, '{');
    await expect(startLocalBackend(directory)).rejects.toThrow(`${file} is not as it was written`);
    expect(leftOver()).toEqual([]);
  });
});
