import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Instrument } from '#shared/contracts/instrument.ts';
import { exportName } from './catalogue.ts';
import { DATA_FOLDER } from './files.ts';

/** A measure and the name of its file, such as `phq9.ts`. */
export interface MeasureFile {
  readonly file: string;
  readonly measure: Instrument;
}

/** `phq9.ts` is a measure; `rand36-items.ts` is the wording of one, kept beside it. */
const MEASURE_FILE = /^[a-z][a-z0-9_]*\.ts$/;

/**
 * Reads every measure's file, in the order of the file names with their numbers as numbers. Throws
 * when one does not export what its name promises, or does not fit the contract.
 */
export async function readMeasures(): Promise<MeasureFile[]> {
  const files = (await readdir(DATA_FOLDER)).filter((file) => MEASURE_FILE.test(file));
  const order = new Intl.Collator('en', { numeric: true });
  return Promise.all(files.toSorted(order.compare).map(readMeasure));
}

async function readMeasure(file: string): Promise<MeasureFile> {
  const module: unknown = await import(pathToFileURL(join(DATA_FOLDER, file)).href);
  const name = exportName(file);
  const exported = Object.entries(Object(module)).find(([key]) => key === name)?.[1];
  const read = Instrument.safeParse(exported);
  if (!read.success) throw new Error(`${file} exports no measure under the name ${name}.`);
  if (`${read.data.id}.ts` !== file) throw new Error(`${file} holds ${read.data.id}.`);
  return { file, measure: read.data };
}
