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
