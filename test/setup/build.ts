import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'wxt';

/**
 * `npm run build [-- --out <folder>] [-- chrome edge firefox]`: production builds of the extension,
 * each unpacked in a folder of its own such as `.output/extension/chrome-mv3`.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { out: { type: 'string', default: '.output/extension' } },
});
const root = fileURLToPath(new URL('../..', import.meta.url));
for (const browser of positionals.length === 0 ? ['chrome', 'edge', 'firefox'] : positionals) {
  await build({ root, outDir: values.out, browser });
}
process.stdout.write(`Built in ${values.out}\n`);
