import { writeFile } from 'node:fs/promises';
import process from 'node:process';
import { explain, readProgram } from '#backend/command-line/program.ts';
import { catalogueOf, onDemandOf } from './measures/catalogue.ts';
import { CATALOGUE_FILE, ON_DEMAND_FILE, PAGE_FILE } from './measures/files.ts';
import { pageOf } from './measures/page.ts';
import { readMeasures } from './measures/read.ts';

const PROGRAM = {
  name: 'npm run measures',
  help: [
    'Writes the lists of all measures and the page that describes them (shared/instruments/MEASURES.md)',
    'from the files in shared/instruments/data. Run it whenever one of these was added or changed.',
    '',
    '  npm run measures',
  ],
  options: {},
  words: null,
} as const;

/**
 * `npm run measures`: writes the lists of all measures and the page that describes them from the
 * files in `shared/instruments/data`. To be run whenever one of these was added or changed.
 */
async function main(): Promise<number> {
  const asked = readProgram(process.argv.slice(2), PROGRAM);
  if (!asked.ok) return explain(asked.refusal, PROGRAM, process);
  const measures = await readMeasures();
  await writeFile(CATALOGUE_FILE, catalogueOf(measures.map(({ file }) => file)));
  await writeFile(ON_DEMAND_FILE, onDemandOf(measures));
  await writeFile(PAGE_FILE, pageOf(measures.map(({ measure }) => measure)));
  process.stdout.write(`${measures.length} measures written\n`);
  return 0;
}

process.exitCode = await main();
