import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandLine, isAlive } from './process-facts.ts';

/** What PostgreSQL's own lock file says. It is only ever read here. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  /** `starting`, `ready`, `stopping`; empty when not written yet. */
  readonly status: string;
}

/** The content of `postmaster.pid`; null when there is none, or it is half written. */
export function readPostmaster(pgdata: string): Postmaster | null {
  try {
    const lines = readFileSync(join(pgdata, 'postmaster.pid'), 'utf8').split('\n');
    const pid = Number(lines[0]);
    return Number.isInteger(pid) && pid > 0
      ? { pid, port: Number(lines[3] ?? 0), status: (lines[7] ?? '').trim() }
      : null;
  } catch {
    return null;
  }
}

/** The live server of this data directory; null when the file is left over. */
export function livePostmaster(pgdata: string): Postmaster | null {
  const found = readPostmaster(pgdata);
  return found !== null && isServerOf(found.pid, pgdata) ? found : null;
}

/** Whether a process is a PostgreSQL server on this directory, and not merely of the same id. */
function isServerOf(pid: number, pgdata: string): boolean {
  if (!isAlive(pid)) return false;
  // Windows does not tell; there the id has to do.
  if (process.platform === 'win32') return true;
  const command = commandLine(pid);
  return command !== null && command.includes('postgres') && command.includes(`-D ${pgdata} `);
}
