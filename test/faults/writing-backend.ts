import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const PROGRAM = fileURLToPath(new URL('writers.ts', import.meta.url));

/** A submission that a client was told is saved. */
interface Acknowledged {
  readonly administrationId: string;
  /** When it was begun and when the news arrived, in milliseconds since 1970. */
  readonly begun: number;
  readonly heard: number;
}

/** A backend in a process of its own that does nothing but write; see writers.ts. */
export class WritingBackend {
  readonly acknowledged: Acknowledged[] = [];
  readonly #child: ChildProcess;
  readonly #lines: string[] = [];
  readonly #waiting = new Set<() => void>();

  constructor(directory: string, writers: number) {
    this.#child = spawn(process.execPath, [PROGRAM, directory, String(writers)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const { stdout } = this.#child;
    if (stdout === null) throw new Error('the backend has no output');
    createInterface({ input: stdout }).on('line', (line) => this.#hear(line));
    // `close` comes after the last line was read, `exit` may come before.
    this.#child.once('close', () => this.#hear('ended'));
  }

  /** Waits until it serves, or was refused; the rest of that line. */
  async started(): Promise<{ readonly serverPid: number } | { readonly refusal: unknown }> {
    const line = await this.#first((text) => /^(up|refused|ended)/.test(text));
    const [word, ...rest] = line.split(' ');
    if (word === 'refused') return { refusal: JSON.parse(rest.join(' ')) };
    if (word === 'ended') throw new Error('the backend ended before it served');
    return { serverPid: Number(rest[0]) };
  }

  /** Waits until that many submissions are acknowledged in all. */
  async acks(count: number): Promise<void> {
    await this.#until(() => this.acknowledged.length >= count);
  }

  /** Waits for a submission that was begun after a moment, and says how long after it that was. */
  async servesAgain(since: number): Promise<number> {
    const after = () => this.acknowledged.find(({ begun }) => begun > since);
    await this.#until(() => after() !== undefined);
    return (after()?.heard ?? Number.NaN) - since;
  }

  /** Ends it at once, as the kernel does. */
  async kill(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.#first((text) => text === 'ended');
  }

  /** Ends it in order. */
  async stop(): Promise<void> {
    this.#child.kill('SIGTERM');
    await this.#first((text) => text === 'ended');
  }

  #hear(line: string): void {
    const [word, administrationId = '', begun] = line.split(' ');
    if (word === 'ack') {
      this.acknowledged.push({ administrationId, begun: Number(begun), heard: Date.now() });
    } else {
      this.#lines.push(line);
    }
    for (const wake of this.#waiting) wake();
  }

  async #first(fits: (line: string) => boolean): Promise<string> {
    await this.#until(() => this.#lines.some(fits));
    return this.#lines.find(fits) ?? '';
  }

  async #until(holds: () => boolean): Promise<void> {
    while (!holds()) {
      if (this.#lines.includes('ended')) throw new Error('the backend ended meanwhile');
      const { promise, resolve } = Promise.withResolvers<void>();
      this.#waiting.add(resolve);
      await promise;
      this.#waiting.delete(resolve);
    }
  }
}
