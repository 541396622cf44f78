import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { FOLDERS, MUTATED_FOLDER } from './folders.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * The tests of the mutated folder as one project: no browser, no database. The root is the copy of
 * the checkout that this file is in, and caches stay in that copy: node_modules is everybody's.
 */
export default defineConfig({
  root,
  cacheDir: join(root, '.cache', 'vite'),
  test: {
    include: FOLDERS.flatMap(({ name, tests }) =>
      name === process.env[MUTATED_FOLDER] ? tests : [],
    ),
    setupFiles: ['test/support/quiet-console.ts', 'test/mutation/fixed-seed.ts'],
    fsModuleCachePath: join(root, '.cache', 'modules'),
    testTimeout: 60_000,
    // The code is pure and every mutant gets workers of its own, so files may share what they load.
    isolate: false,
  },
});
