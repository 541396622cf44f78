import { writeFile } from 'node:fs/promises';
import process from 'node:process';
import { catalogueOf } from './measures/catalogue.ts';
import { CATALOGUE_FILE, PAGE_FILE } from './measures/files.ts';
import { pageOf } from './measures/page.ts';
import { readMeasures } from './measures/read.ts';

/**
 * `npm run measures`: writes the list of all measures and the page that describes them from the
 * files in `shared/instruments/data`. To be run whenever one of these was added or changed.
 */
const measures = await readMeasures();
await writeFile(CATALOGUE_FILE, catalogueOf(measures.map(({ file }) => file)));
await writeFile(PAGE_FILE, pageOf(measures.map(({ measure }) => measure)));
process.stdout.write(`${measures.length} measures written\n`);
