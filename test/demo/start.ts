import { mkdirSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import process from 'node:process';
import { eraseDatabase } from '#backend/database/erase.ts';
import { refusalText } from '#backend/database/refusal.ts';
import { instantOf } from '#shared/contracts/calendar.ts';
import { demoArguments, hasDisplay } from './arguments.ts';
import { runHeadless } from './headless.ts';
import { openForPerson } from './interactive.ts';

/**
 * `npm start`: the main job on an invented practice. With a display it opens a browser for a
 * person; without one, or with `--once`, it goes through the job by itself and checks each step.
 */
const USAGE = 'npm start [-- --once] [-- --fresh]';

async function main(): Promise<number> {
  const wanted = demoArguments(process.argv.slice(2));
  if (wanted === null) {
    process.stderr.write(`Unknown option. Use: ${USAGE}\n`);
    return 2;
  }
  const dataDir = resolve(process.env['THROUGHLINE_DATA'] ?? '.data', 'demo');
  if (wanted.fresh) {
    const erased = await eraseDatabase(`${dataDir}/database`, instantOf(new Date()));
    if (!erased.ok) {
      process.stderr.write(`${refusalText(erased.refusal)}\n`);
      return 1;
    }
    rmSync(dataDir, { recursive: true, force: true });
  }
  mkdirSync(dataDir, { recursive: true });
  if (wanted.once) return runHeadless(dataDir, say);
  if (hasDisplay(process.env)) return openForPerson(dataDir, say);
  say('No display found: the same job runs headless. (With one, npm start opens a browser.)');
  return runHeadless(dataDir, say);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

process.exitCode = await main();
