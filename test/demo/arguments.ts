import { inColumns } from '#backend/command-line/columns.ts';
import { readProgram, type Unread } from '#backend/command-line/program.ts';
import { ok, type Result } from '#shared/contracts/result.ts';

/** How the demo was asked to run. */
export interface DemoArguments {
  /** Headless, checked step by step, then end. */
  readonly once: boolean;
  /** Forget the demo's data first. */
  readonly fresh: boolean;
  /** Let phones of the local network open the client's page. */
  readonly phone: boolean;
}

/** `npm start`: the main job on an invented practice. */
export const DEMO = {
  name: 'npm start',
  help: [
    'Opens an invented practice in a browser: a client’s note in the EHR with the panel beside it.',
    'Without a display the same job runs headless, as with --once.',
    '',
    '  npm start -- [options]',
    '',
    ...inColumns([
      [
        '--once',
        'headless and checked step by step, always from the beginning, in a folder of its own',
      ],
      ['--fresh', 'forgets the demo’s data first'],
      ['--phone', 'phones of your network can open the demo’s client page, and nothing else'],
    ]),
    '',
    'THROUGHLINE_PORT is where it listens (7317), THROUGHLINE_DATA the folder of its data (.data).',
  ],
  options: { once: 'flag', fresh: 'flag', phone: 'flag' },
  words: null,
} as const;

/** Reads the words after `npm start --`. */
export function demoArguments(words: readonly string[]): Result<DemoArguments, Unread> {
  const asked = readProgram(words, DEMO);
  if (!asked.ok) return asked;
  const { once = false, fresh = false, phone = false } = asked.value.values;
  return ok({ once, fresh, phone });
}
