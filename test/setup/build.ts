import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'wxt';
import { ADDRESS_REFUSAL_WORDS } from '#extension/local/address.ts';
import { backendOrigin } from '#shared/contracts/backend-address.ts';

const BROWSERS = ['chrome', 'edge', 'firefox'];
const USAGE = `npm run build [-- --out <folder>] [-- ${BROWSERS.join(' ')}]`;

/**
 * `npm run build`: production builds of the extension, each unpacked in a folder of its own such as
 * `.output/extension/chrome-mv3`. Ends with 2, and builds nothing, when it can't do what was asked.
 */
async function main(): Promise<number> {
  const asked = wanted();
  if (asked === null) return refuse(`Usage: ${USAGE}`);
  const address = process.env['THROUGHLINE_BACKEND'];
  const backend = address === undefined ? null : backendOrigin(address);
  if (backend?.ok === false) {
    return refuse(`THROUGHLINE_BACKEND can't be used. ${ADDRESS_REFUSAL_WORDS[backend.refusal]}`);
  }
  const root = fileURLToPath(new URL('../..', import.meta.url));
  // Under a test runner this says "test", and what is built would not be what ships.
  process.env['NODE_ENV'] = 'production';
  for (const browser of asked.browsers) await build({ root, outDir: asked.out, browser });
  process.stdout.write(`Built in ${asked.out}\n`);
  return 0;
}

function wanted(): { out: string; browsers: readonly string[] } | null {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { out: { type: 'string', default: '.output/extension' } },
    });
    const known = positionals.every((browser) => BROWSERS.includes(browser));
    if (!known) return null;
    return { out: values.out, browsers: positionals.length === 0 ? BROWSERS : positionals };
  } catch {
    return null;
  }
}

function refuse(words: string): number {
  process.stderr.write(`${words}\n`);
  return 2;
}

process.exitCode = await main();
