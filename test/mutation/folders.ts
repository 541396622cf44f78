/** A part of shared/ that has to notice when its code is changed, and the tests that have to notice. */
export interface MutatedFolder {
  /** As named on the command line and in the report. */
  readonly name: string;
  /** Glob of the sources that are changed, from the root of the checkout. */
  readonly sources: string;
  /** Globs of the tests that are run: the folder's own. A change that only others notice survives. */
  readonly tests: readonly string[];
}

/** Everything that `npm run mutation` changes, in the order in which it runs. */
export const FOLDERS: readonly MutatedFolder[] = [
  {
    name: 'scoring',
    sources: 'shared/scoring/**/*.ts',
    tests: ['test/unit/shared/scoring/*.test.ts', 'test/property/{scoring,screens,mirror}.test.ts'],
  },
  {
    name: 'measures',
    sources: 'shared/measures/**/*.ts',
    tests: ['test/unit/shared/{measures,forms}/*.test.ts'],
  },
  {
    name: 'change',
    sources: 'shared/change/**/*.ts',
    tests: ['test/unit/shared/change/*.test.ts', 'test/property/change.test.ts'],
  },
  {
    name: 'trajectory',
    sources: 'shared/trajectory/**/*.ts',
    tests: ['test/unit/shared/trajectory/*.test.ts', 'test/property/trajectory.test.ts'],
  },
  {
    name: 'validate',
    sources: 'shared/instruments/validate/**/*.ts',
    tests: ['test/unit/shared/instruments/{data,validate/*}.test.ts'],
  },
  {
    name: 'goals',
    sources: 'shared/goals/**/*.ts',
    tests: ['test/unit/shared/goals/*.test.ts', 'test/property/goals.test.ts'],
  },
  {
    name: 'alerts',
    sources: 'shared/alerts/**/*.ts',
    tests: ['test/unit/shared/alerts/**/*.test.ts', 'test/property/alerts.test.ts'],
  },
];

/** The environment variable that tells the test runner which folder's tests to run. */
export const MUTATED_FOLDER = 'THROUGHLINE_MUTATED_FOLDER';
