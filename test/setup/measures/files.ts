import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const INSTRUMENTS = join(ROOT, 'shared', 'instruments');

/** The folder with one file for each measure. */
export const DATA_FOLDER = join(INSTRUMENTS, 'data');

/** The list of all measures, which the rest of the code reads. */
export const CATALOGUE_FILE = join(INSTRUMENTS, 'catalogue.ts');

/** The same measures, each to be loaded by itself. */
export const ON_DEMAND_FILE = join(INSTRUMENTS, 'on-demand.ts');

/** The page on all measures, which clinicians read. */
export const PAGE_FILE = join(INSTRUMENTS, 'MEASURES.md');
