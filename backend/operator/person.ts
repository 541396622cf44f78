import { createInterface } from 'node:readline';
import { type Readable, Writable } from 'node:stream';

/** Whoever gives what a command was not told. */
export interface Person {
  /** Whether somebody sits at a terminal and can be asked. */
  readonly present: boolean;
  /** One line; null when nothing comes any more. A hidden one is not shown while it is typed. */
  readonly ask: (question: string, how: 'shown' | 'hidden') => Promise<string | null>;
  readonly tell: (line: string) => void;
}

/** A person at a terminal. Questions go to `output`, so that results can be taken from elsewhere. */
export function atTerminal(input: Readable, output: Writable): Person {
  return {
    present: true,
    async ask(question, how) {
      const hidden = how === 'hidden';
      if (hidden) output.write(question);
      const echo = hidden ? nowhere() : output;
      const line = await nextLine(input, { output: echo, prompt: hidden ? '' : question });
      if (hidden || line === null) output.write('\n');
      return line;
    },
    tell: (line) => void output.write(`${line}\n`),
  };
}

/** Nobody: what has to be hidden is the first line that is piped in. */
export function fromPipe(input: Readable): Person {
  return {
    present: false,
    ask: () => nextLine(input, {}),
    tell: () => undefined,
  };
}

function nextLine(
  input: Readable,
  { output, prompt = '' }: { output?: Writable; prompt?: string },
): Promise<string | null> {
  const terminal = output === undefined ? { terminal: false } : { output, terminal: true };
  const lines = createInterface({ input, ...terminal, prompt, historySize: 0 });
  return new Promise((resolve) => {
    lines.once('line', (line) => {
      resolve(line);
      lines.close();
    });
    // Ctrl+C and Ctrl+D both mean: not now. An answer that came before stands.
    lines.once('SIGINT', () => lines.close());
    lines.once('close', () => resolve(null));
    if (output !== undefined) lines.prompt();
  });
}

function nowhere(): Writable {
  return new Writable({ write: (_chunk, _encoding, done) => done() });
}
