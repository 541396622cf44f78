import { fileURLToPath } from 'node:url';

const INSTRUMENTS = new URL('../../../shared/instruments/', import.meta.url);

/** The folder with one file for each measure. */
export const DATA_FOLDER = fileURLToPath(new URL('data/', INSTRUMENTS));

/** The list of all measures, which the rest of the code reads. */
export const CATALOGUE_FILE = fileURLToPath(new URL('catalogue.ts', INSTRUMENTS));

/** The same measures, each to be loaded by itself. */
export const ON_DEMAND_FILE = fileURLToPath(new URL('on-demand.ts', INSTRUMENTS));

/** The page on all measures, which clinicians read. */
export const PAGE_FILE = fileURLToPath(new URL('MEASURES.md', INSTRUMENTS));
