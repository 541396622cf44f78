import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { Binaries } from './binaries.ts';
import type { Layout } from './layout.ts';
import { livePostmaster, type Postmaster, readPostmaster } from './postmaster.ts';
import { isAlive } from './process-facts.ts';
import { serverArguments } from './settings.ts';
import type { SystemUser } from './system-user.ts';

/** What is needed to run the server of one directory. */
export interface ServerPlan {
  readonly layout: Layout;
  readonly binaries: Binaries;
  readonly user: SystemUser;
  readonly settings: Readonly<Record<string, string>>;
}

/** Milliseconds between two looks at whether the server is ready. */
const LOOK = 10;

/**
 * Starts the server and waits until it is ready, for as long as it lives: recovery takes what it
 * takes. Null when it ended before; its log says why. `onEnd` is called when it ends later.
 */
export async function launch(
  plan: ServerPlan,
  port: number,
  onEnd: () => void,
): Promise<Postmaster | null> {
  const { layout, binaries, user, settings } = plan;
  const log = openSync(layout.log, 'a', 0o600);
  try {
    // Detached: Ctrl-C in the terminal must reach us, not the server before us.
    const child = spawn(binaries.postgres, [...serverArguments(layout, port, settings)], {
      ...user,
      cwd: '/',
      detached: true,
      stdio: ['ignore', log, log],
      env: { PATH: process.env['PATH'], LC_ALL: 'C', ...notTheServer(layout.pgdata) },
    });
    child.unref();
    const life = new AbortController();
    child.once('error', () => life.abort());
    child.once('exit', () => {
      life.abort();
      onEnd();
    });
    while (!life.signal.aborted) {
      const found = readPostmaster(layout.pgdata);
      if (found !== null && found.pid === child.pid && found.status === 'ready') return found;
      await pause(LOOK);
    }
    return null;
  } finally {
    closeSync(log);
  }
}

/**
 * PostgreSQL takes a left-over lock file over unless its process id lives. When that id was given
 * to another process meanwhile, this variable (the one `pg_ctl` passes its own shell's id in) says
 * that it is no server. The shared memory is checked by PostgreSQL nevertheless.
 */
function notTheServer(pgdata: string): { readonly PG_GRANDPARENT_PID?: string } {
  const found = readPostmaster(pgdata);
  if (found === null || !isAlive(found.pid) || livePostmaster(pgdata) !== null) return {};
  return { PG_GRANDPARENT_PID: String(found.pid) };
}

/** Waits until a server that was found running is ready; null when it ends instead. */
export async function whenReady(pgdata: string): Promise<Postmaster | null> {
  for (;;) {
    const found = livePostmaster(pgdata);
    if (found === null || found.status === 'ready') return found;
    await pause(LOOK);
  }
}

/** Stops the server in order: sessions are ended, everything is written, the lock file goes. */
export async function stopServer(plan: ServerPlan): Promise<void> {
  const { binaries, layout, user } = plan;
  const child = spawn(
    binaries.pgCtl,
    ['stop', '--pgdata', layout.pgdata, '--mode=fast', '--wait', '--timeout=120', '--silent'],
    { ...user, cwd: '/', stdio: 'ignore' },
  );
  await once(child, 'exit');
}

/** The last lines of the log: why the server ended. */
export function lastWords(log: string): string {
  const file = openSync(log, 'r');
  try {
    const size = fstatSync(file).size;
    const text = Buffer.alloc(Math.min(size, 2_000));
    readSync(file, text, 0, text.length, size - text.length);
    return text.toString('utf8').trim().split('\n').slice(-3).join(' | ');
  } finally {
    closeSync(file);
  }
}

/** A TCP port that nobody listens on. A socket's port is only part of its file's name. */
export async function choosePort(): Promise<number> {
  if (process.platform !== 'win32') return 5432;
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}
