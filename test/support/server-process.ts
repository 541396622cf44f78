import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../backend/main.ts', import.meta.url));

/** The real backend in a process of its own. */
export interface ServerProcess {
  readonly url: string;
  /** Ends it as a power failure would: at once, without a word. */
  readonly kill: () => Promise<void>;
  /** Ends it as an operator does. */
  readonly stop: () => Promise<void>;
}

/** How a start ended: serving, or what it said instead. */
export type Started =
  | { readonly serving: true; readonly server: ServerProcess }
  | { readonly serving: false; readonly said: string };

/**
 * Starts `main.ts` on a data directory, and waits until it serves or gives up.
 *
 * @param port the one of an earlier start, for browsers that know it; default any free one
 */
export async function startServerProcess(data: string, port = 0): Promise<Started> {
  const child = spawn(process.execPath, [MAIN], {
    env: {
      ...process.env,
      THROUGHLINE_DATA: data,
      THROUGHLINE_PORT: String(port),
      THROUGHLINE_LOG: 'error',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const complaints: string[] = [];
  child.stderr.on('data', (chunk: Buffer) => complaints.push(chunk.toString('utf8')));
  for await (const line of createInterface(child.stdout)) {
    const [, url] = /serving at (http:\S+)/.exec(line) ?? [];
    if (url !== undefined) {
      child.stdout.resume();
      return {
        serving: true,
        server: { url, kill: end(child, 'SIGKILL'), stop: end(child, 'SIGTERM') },
      };
    }
  }
  return { serving: false, said: complaints.join('') };
}

function end(child: ChildProcess, signal: NodeJS.Signals): () => Promise<void> {
  return async () => {
    const exited = once(child, 'exit');
    child.kill(signal);
    await exited;
  };
}
