import { join } from 'node:path';
import type { MutatedFolder } from './folders.ts';

/** Where one folder's run keeps its files; nobody else uses them. */
export interface RunFiles {
  /** Takes the copy of the checkout, and the files below. */
  readonly directory: string;
  /** What Stryker is told. */
  readonly options: string;
  /** Every mutant with what became of it. */
  readonly report: string;
  /** Results of an earlier run, of which those still hold whose source and tests are the same. */
  readonly incremental: string;
}

/** The names within a run's directory. */
export function runFiles(directory: string): RunFiles {
  return {
    directory,
    options: join(directory, 'stryker.json'),
    report: join(directory, 'report.json'),
    incremental: join(directory, 'incremental.json'),
  };
}

/**
 * Stryker's options for one folder. Reports go to the terminal and to a file, nowhere else. No kind
 * of mutant is left out.
 *
 * Which tests run is said in vitest.config.ts. Stryker's own `testFiles` would do harm: with it, a
 * mutant of what is worked out while a module loads is switched on after the module has loaded, and
 * survives whatever the tests look at.
 */
export function strykerOptions(
  { sources }: MutatedFolder,
  files: RunFiles,
  incremental: boolean,
): Record<string, unknown> {
  return {
    mutate: [sources],
    testRunner: 'vitest',
    plugins: ['@stryker-mutator/vitest-runner'],
    vitest: { configFile: 'test/mutation/vitest.config.ts', related: false },
    coverageAnalysis: 'perTest',
    concurrency: 2,
    // Long: on a busy machine a mutant must not count as noticed because its tests had to wait.
    timeoutMS: 30_000,
    tempDirName: join(files.directory, 'sandboxes'),
    cleanTempDir: 'always',
    ignorePatterns: [
      '.output',
      '.wxt',
      '.data',
      'backend',
      'extension',
      'test/{config,demo,e2e,ehr,faults,gate,integration,load}',
    ],
    // Vitest drops types without looking at them.
    disableTypeChecks: false,
    reporters: ['progress-append-only', 'json'],
    jsonReporter: { fileName: files.report },
    incremental,
    incrementalFile: files.incremental,
    allowConsoleColors: false,
    warnings: { slow: false },
  };
}
