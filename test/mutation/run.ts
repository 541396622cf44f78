import process from 'node:process';
import { FOLDERS } from './folders.ts';
import type { FolderResult } from './report.ts';
import { mutate } from './run-stryker.ts';

/** Of 100 mutants, how many the tests of each folder must notice. */
const REQUIRED = 90;

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
 * `npm run mutation [-- scoring change ...] [--incremental]`: changes the code of shared/ in small
 * ways, one at a time, and counts how many of the changes the tests notice. Prints one JSON
 * document. Ends with 1 if a folder stays below {@link REQUIRED}; throws when it can't be told.
 */
async function main(): Promise<number> {
  const words = process.argv.slice(2);
  const named = words.filter((word) => word !== '--incremental');
  const names = FOLDERS.map(({ name }) => name);
  const unknown = named.filter((name) => !names.includes(name));
  if (unknown.length > 0) {
    tell(`Unknown folder: ${unknown.join(', ')}. There are: ${names.join(', ')}.`);
    return 2;
  }
  const options = { incremental: named.length < words.length, signal: untilStopped() };
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
