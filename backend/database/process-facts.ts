import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * Facts about other processes, so that a process id that was given to somebody else meanwhile is
 * not mistaken for the one that was written down.
 */

/** Whether a process with this id lives. One that ended but was not collected yet does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it lives, but is somebody else's.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
  return linuxStat(pid)?.state !== 'Z';
}

/**
 * A text that names this life of the process: equal only for the same process. Null when there is
 * no such process, or the system doesn't tell.
 */
export function lifeOf(pid: number): string | null {
  if (process.platform === 'linux') {
    const boot = read('/proc/sys/kernel/random/boot_id');
    const stat = linuxStat(pid);
    return boot === null || stat === null ? null : `${boot.trim()}/${stat.startedAt}`;
  }
  return command('ps', ['-o', 'lstart=', '-p', String(pid)]);
}

/** The command line of a process; null when there is none, or it can't be seen. */
export function commandLine(pid: number): string | null {
  if (process.platform !== 'linux') return command('ps', ['-o', 'command=', '-p', String(pid)]);
  return read(`/proc/${pid}/cmdline`)?.replaceAll('\0', ' ') ?? null;
}

/** State letter, and start in clock ticks since boot: fields 3 and 22 of proc(5) `stat`. */
function linuxStat(pid: number): { readonly state: string; readonly startedAt: string } | null {
  const text = process.platform === 'linux' ? read(`/proc/${pid}/stat`) : null;
  if (text === null) return null;
  // The name in field 2 may itself hold blanks and parentheses.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return { state: fields[0] ?? '', startedAt: fields[19] ?? '' };
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

function command(name: string, args: readonly string[]): string | null {
  if (process.platform === 'win32') return null;
  try {
    return execFileSync(name, args, {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return null;
  }
}
