import { resolve } from 'node:path';
import process from 'node:process';
import { demoArguments, hasDisplay } from './arguments.ts';
import { prepareData } from './data.ts';
import { runHeadless } from './headless.ts';
import { openForPerson } from './interactive.ts';

/**
 * `npm start`: the main job on an invented practice. With a display it opens a browser for a
 * person; without one, or with `--once`, it goes through the job by itself and checks each step.
 */
const USAGE = 'npm start [-- --once] [-- --fresh] [-- --phone]';

async function main(): Promise<number> {
  const wanted = demoArguments(process.argv.slice(2));
  if (wanted === null) {
    process.stderr.write(`Unknown option. Use: ${USAGE}\n`);
    return 2;
  }
  const dataDir = resolve(process.env['THROUGHLINE_DATA'] ?? '.data', 'demo');
  const busy = await prepareData(dataDir, wanted.fresh);
  if (busy !== null) {
    process.stderr.write(`${busy}\n`);
    return 1;
  }
  if (wanted.once) return runHeadless(dataDir, say);
  if (hasDisplay(process.env)) return openForPerson(dataDir, wanted.phone, say);
  say('No display found: the same job runs headless. (With one, npm start opens a browser.)');
  return runHeadless(dataDir, say);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

try {
  process.exitCode = await main();
} catch (error) {
  const reason = error instanceof Error ? error.message : String(error);
  process.stderr.write(`The demo stopped: ${reason}\n`);
  process.exitCode = 1;
}
