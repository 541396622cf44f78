import type { MeasureFile } from './read.ts';

/** What a measure's file exports: `cssrs_screener.ts` exports `cssrsScreener`. */
export function exportName(file: string): string {
  return file
    .replace(/\.ts$/, '')
    .replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/** The module that lists every measure, from the names of their files. */
export function catalogueOf(files: readonly string[]): string {
  return [
    '// Written by `npm run measures` from the files in `data/`.',
    '',
    "import type { Instrument } from '../contracts/instrument.ts';",
    ...files.map((file) => `import { ${exportName(file)} } from './data/${file}';`),
    '',
    '/** Every measure that has a file in `data/`, in the order of their ids. */',
    'export const CATALOGUE: readonly Instrument[] = [',
    ...files.map((file) => `  ${exportName(file)},`),
    '];',
    '',
  ].join('\n');
}

/** The module that loads each measure by itself, from the measures in the order of their files. */
export function onDemandOf(measures: readonly MeasureFile[]): string {
  const composites = measures.filter(({ measure }) => measure.scoring.method === 'composite');
  return [
    '// Written by `npm run measures` from the files in `data/`.',
    '',
    "import type { Instrument } from '../contracts/instrument.ts';",
    '',
    '/** Loads one measure, by `Instrument.id`. */',
    'export const ON_DEMAND: Readonly<Record<string, () => Promise<Instrument>>> = {',
    ...measures.map(
      ({ file, measure }) =>
        `  ${measure.id}: async () => (await import('./data/${file}')).${exportName(file)},`,
    ),
    '};',
    '',
    '/** Ids of the measures that are sums of others: nobody answers them, so nothing names them. */',
    `export const COMPOSITES: readonly string[] = [${composites.map(({ measure }) => `'${measure.id}'`).join(', ')}];`,
    '',
  ].join('\n');
}
