import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { seedOf } from './seed.ts';

const seed = seedOf(process.env['THROUGHLINE_SEED']);
const root = fileURLToPath(new URL('../..', import.meta.url));

/** A group of tests by what they need to run. */
function project(
  name: string,
  options: { timeout: number; globalSetup?: string; setupFile?: string },
) {
  return {
    extends: true as const,
    test: {
      name,
      include: [`test/${name}/**/*.test.{ts,tsx}`],
      testTimeout: options.timeout,
      hookTimeout: options.timeout,
      ...(options.globalSetup === undefined ? {} : { globalSetup: [options.globalSetup] }),
      ...(options.setupFile === undefined ? {} : { setupFiles: [options.setupFile] }),
    },
  };
}

// The time limits only end a test that hangs; no test's verdict depends on them.
export default defineConfig({
  root,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    // Browsers and databases wait more than they work: two files at once even on two cores.
    maxWorkers: Math.max(2, availableParallelism()),
    setupFiles: ['test/support/quiet-console.ts', 'test/support/random-seed.ts'],
    provide: { seed },
    // Ends a wait for what never comes, as the time limits below do.
    expect: { poll: { timeout: 60_000 } },
    projects: [
      project('unit', { timeout: 30_000 }),
      project('property', { timeout: 120_000 }),
      project('integration', { timeout: 120_000 }),
      project('e2e', {
        timeout: 240_000,
        globalSetup: 'test/support/run-folder.ts',
        setupFile: 'test/support/patient-frames.ts',
      }),
    ],
  },
});

declare module 'vitest' {
  export interface ProvidedContext {
    /** What the random cases of this run begin with. */
    readonly seed: number;
  }
}
