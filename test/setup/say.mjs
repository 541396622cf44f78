import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The checkout. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Something is missing that a person has to provide; says what and how. */
export class SetupFailure extends Error {
  constructor(message, remedy) {
    super(message);
    this.remedy = remedy;
  }
}

/** Prints one line of progress. */
export function say(line) {
  process.stdout.write(`${line}\n`);
}

function sayBehindMark(chunk) {
  for (const line of String(chunk).split('\n')) {
    if (line.trim() !== '') say(`  | ${line.trimEnd()}`);
  }
}

/**
 * Runs a command, with its output shown line by line behind a mark so that long steps are seen to
 * move. Resolves to the exit code; null when the command does not exist.
 */
export function runVisibly(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
      ...options,
    });
    child.stdout.on('data', sayBehindMark);
    child.stderr.on('data', sayBehindMark);
    const started = Date.now();
    const beat = setInterval(() => {
      say(`  ... still at it after ${Math.round((Date.now() - started) / 1000)} s`);
    }, 20_000);
    const end = (code) => {
      clearInterval(beat);
      resolve(code);
    };
    child.on('error', () => end(null));
    child.on('close', end);
  });
}
