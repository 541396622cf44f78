import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** A server that stands still: it answers nothing, and closes nothing. */
export interface Frozen {
  /** Lets it go on where it stood. Idempotent. */
  readonly thaw: () => void;
}

/** Freezes a server and all its children, children last so that none is started meanwhile. */
export function freeze(server: number): Frozen {
  process.kill(server, 'SIGSTOP');
  const children = childrenOf(server);
  for (const pid of children) process.kill(pid, 'SIGSTOP');
  const frozen = new Set([...children, server]);
  return {
    thaw() {
      for (const pid of frozen) process.kill(pid, 'SIGCONT');
      frozen.clear();
    },
  };
}

function childrenOf(parent: number): readonly number[] {
  if (process.platform === 'linux') {
    return readdirSync('/proc')
      .map(Number)
      .filter((pid) => Number.isInteger(pid) && parentOf(pid) === parent);
  }
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' }).split('\n');
  return lines
    .map((line) => line.trim().split(/\s+/).map(Number))
    .flatMap(([pid, of]) => (pid !== undefined && of === parent ? [pid] : []));
}

function parentOf(pid: number): number | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return null;
  }
}
