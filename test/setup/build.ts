import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { build } from 'wxt';
import { inColumns } from '#backend/command-line/columns.ts';
import { explain, readProgram } from '#backend/command-line/program.ts';
import { ADDRESS_REFUSAL_WORDS } from '#extension/local/address.ts';
import { backendOrigin } from '#shared/contracts/backend-address.ts';

const BROWSERS = ['chrome', 'edge', 'firefox'];

const PROGRAM = {
  name: 'npm run build',
  help: [
    'Builds the extension for production, each unpacked in a folder of its own.',
    '',
    '  npm run build -- [browser ...] [--out folder]',
    '',
    ...inColumns([
      ['browser', `all when none is named: ${BROWSERS.join(' ')}`],
      ['--out <folder>', '.output/extension when left out'],
    ]),
    '',
    'THROUGHLINE_BACKEND names the server that the extension may talk to.',
  ],
  options: { out: 'text' },
  words: { what: 'browser', names: BROWSERS },
} as const;

/**
 * `npm run build`: production builds of the extension, each unpacked in a folder of its own such as
 * `.output/extension/chrome-mv3`. Ends with 2, and builds nothing, when it can't do what was asked.
 */
async function main(): Promise<number> {
  const asked = readProgram(process.argv.slice(2), PROGRAM);
  if (!asked.ok) return explain(asked.refusal, PROGRAM, process);
  const { values, words } = asked.value;
  const { out = '.output/extension' } = values;
  const browsers = words.length === 0 ? BROWSERS : words;
  const address = process.env['THROUGHLINE_BACKEND'];
  const backend = address === undefined ? null : backendOrigin(address);
  if (backend?.ok === false) {
    return refuse(`THROUGHLINE_BACKEND can't be used. ${ADDRESS_REFUSAL_WORDS[backend.refusal]}`);
  }
  const root = fileURLToPath(new URL('../..', import.meta.url));
  // Under a test runner this says "test", and what is built would not be what ships.
  process.env['NODE_ENV'] = 'production';
  for (const browser of browsers) await build({ root, outDir: out, browser });
  process.stdout.write(`Built in ${out}\n`);
  return 0;
}

function refuse(words: string): number {
  process.stderr.write(`${words}\n`);
  return 2;
}

process.exitCode = await main();
