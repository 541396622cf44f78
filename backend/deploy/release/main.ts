import { join, resolve } from 'node:path';
import { explain } from '#backend/command-line/program.ts';
import { instantOf } from '#shared/contracts/calendar.ts';
import { RELEASE, readReleaseWords } from './read-words.ts';
import { packRefusalText } from './refusal.ts';
import { release } from './release.ts';

// `npm run release`: packs the built extension and says which browsers are offered it. Reads the
// environment and ends the process with 0 (done), 1 (refused) or 2 (not understood).

const { env, argv, stdout, stderr } = process;

// The archive's format keeps local times: the same build must give the same bytes everywhere.
env['TZ'] = 'UTC';

process.exitCode = await main();

async function main(): Promise<number> {
  const call = readReleaseWords(argv.slice(2));
  if (!call.ok) return explain(call.refusal, RELEASE, process);
  const done = await release(call.value, {
    folder:
      env['THROUGHLINE_RELEASES'] ??
      join(resolve(env['THROUGHLINE_DATA'] ?? './.data'), 'releases'),
    build: '.output/extension/chrome-mv3',
    now: instantOf(new Date()),
  });
  if (done.ok) stdout.write(`${done.value.join('\n')}\n`);
  else stderr.write(`${packRefusalText(done.refusal)}\n`);
  return done.ok ? 0 : 1;
}
