import process from 'node:process';
import { inColumns } from '#backend/command-line/columns.ts';
import { explain, readProgram } from '#backend/command-line/program.ts';
import { FOLDERS } from './folders.ts';
import type { FolderResult } from './report.ts';
import { mutate } from './run-stryker.ts';

/** Of 100 mutants, how many the tests of each folder must notice. */
const REQUIRED = 90;

const NAMES = FOLDERS.map(({ name }) => name);

const PROGRAM = {
  name: 'npm run mutation',
  help: [
    'Changes the code of shared/ in small ways, one at a time, and counts how many of the changes the',
    'tests notice (test/mutation/README.md). Prints one JSON document.',
    '',
    '  npm run mutation -- [folder ...] [--incremental]',
    '',
    ...inColumns([
      ['folder', `all when none is named: ${NAMES.join(' ')}`],
      [
        '--incremental',
        'takes over what an earlier such run found, where code and tests are the same',
      ],
    ]),
    '',
    `All of it takes half an hour on two idle cores. Ends with 1 if a folder stays below ${REQUIRED} of 100.`,
  ],
  options: { incremental: 'flag' },
  words: { what: 'folder', names: NAMES },
} as const;

/** Tells the person who waits. */
function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Aborted when somebody ends the program. */
function untilStopped(): AbortSignal {
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
  return stop.signal;
}

/**
 * `npm run mutation`: changes the code of shared/ in small
 * ways, one at a time, and counts how many of the changes the tests notice. Prints one JSON
 * document. Ends with 1 if a folder stays below {@link REQUIRED}; throws when it can't be told.
 */
async function main(): Promise<number> {
  const asked = readProgram(process.argv.slice(2), PROGRAM);
  if (!asked.ok) return explain(asked.refusal, PROGRAM, process);
  const { values, words: named } = asked.value;
  const options = { incremental: values.incremental ?? false, signal: untilStopped() };
  const folders: Record<string, FolderResult> = {};
  for (const folder of FOLDERS) {
    if (named.length > 0 && !named.includes(folder.name)) continue;
    tell(`\n--- ${folder.name}`);
    const { result, survivors } = await mutate(folder, options);
    for (const { at, change } of survivors) tell(`survived  ${at}  ${change}`);
    folders[folder.name] = result;
  }
  process.stdout.write(`${JSON.stringify({ required: REQUIRED, folders }, null, 2)}\n`);
  return Object.values(folders).every(({ rate }) => rate >= REQUIRED) ? 0 : 1;
}

process.exitCode = await main();
