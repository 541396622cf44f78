import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { PracticeOnDisk } from '../practice/make-practice.ts';

const BACKEND = fileURLToPath(new URL('../../../backend/main.ts', import.meta.url));
const BARE = fileURLToPath(new URL('bare-server.ts', import.meta.url));
const BARE_STREAMS = fileURLToPath(new URL('../streams/bare-server.ts', import.meta.url));

/** A server in a process of its own. */
export interface ServerProcess {
  readonly url: string;
  /** Of its process. */
  readonly pid: number;
  readonly stop: () => Promise<void>;
}

/**
 * The backend as an operator starts it, with the log at its ordinary level. The log goes to a file
 * in the data directory.
 */
export function startBackendProcess({
  data,
}: Pick<PracticeOnDisk, 'data'>): Promise<ServerProcess> {
  const { DATABASE_URL: _, DATABASE_OWNER_URL: __, ...env } = process.env;
  const settings = { THROUGHLINE_DATA: data, THROUGHLINE_PORT: '0', THROUGHLINE_LOG: 'info' };
  return start([BACKEND], { ...env, ...settings }, openSync(join(data, 'backend.log'), 'a'));
}

/** The bare route on the database of a running backend. */
export function startBareProcess(practice: PracticeOnDisk): Promise<ServerProcess> {
  const { data, practiceId, staffId } = practice;
  return start([BARE, data, practiceId, staffId], process.env, 'inherit');
}

/** Streams without anything behind them. */
export function startBareStreams(): Promise<ServerProcess> {
  return start([BARE_STREAMS], process.env, 'inherit');
}

/** Starts a program and waits until it says where it serves. Throws when it ends before. */
async function start(
  command: readonly string[],
  env: NodeJS.ProcessEnv,
  complaints: number | 'inherit',
): Promise<ServerProcess> {
  const child = spawn(process.execPath, command, { env, stdio: ['ignore', 'pipe', complaints] });
  const { stdout, pid } = child;
  if (stdout === null || pid === undefined) throw new Error('the server has no output');
  const ended = once(child, 'exit');
  for await (const line of createInterface(stdout)) {
    const [, url] = /serving at (http:\S+)/.exec(line) ?? [];
    if (url === undefined) continue;
    stdout.resume();
    return {
      url,
      pid,
      async stop() {
        child.kill('SIGTERM');
        await ended;
      },
    };
  }
  throw new Error(`${command[0]} ended before it served`);
}
