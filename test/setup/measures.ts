import { writeFile } from 'node:fs/promises';
import process from 'node:process';
import { catalogueOf, onDemandOf } from './measures/catalogue.ts';
import { CATALOGUE_FILE, ON_DEMAND_FILE, PAGE_FILE } from './measures/files.ts';
import { pageOf } from './measures/page.ts';
import { readMeasures } from './measures/read.ts';

/**
 * `npm run measures`: writes the lists of all measures and the page that describes them from the
 * files in `shared/instruments/data`. To be run whenever one of these was added or changed.
 */
const measures = await readMeasures();
await writeFile(CATALOGUE_FILE, catalogueOf(measures.map(({ file }) => file)));
await writeFile(ON_DEMAND_FILE, onDemandOf(measures));
await writeFile(PAGE_FILE, pageOf(measures.map(({ measure }) => measure)));
process.stdout.write(`${measures.length} measures written\n`);
