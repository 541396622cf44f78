import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { FOLDERS, MUTATED_FOLDER } from './folders.ts';

/**
 * The tests of the mutated folder as one project: no browser, no database. The root is the copy of
 * the checkout that this file is in.
 */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    include: FOLDERS.flatMap(({ name, tests }) =>
      name === process.env[MUTATED_FOLDER] ? tests : [],
    ),
    setupFiles: ['test/support/quiet-console.ts', 'test/mutation/fixed-seed.ts'],
    testTimeout: 60_000,
  },
});
