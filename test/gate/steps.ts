/** Stands in a command for a folder of this run's own, so that two runs don't collide. */
export const FOLDER = '<folder>';

/** One step of the gate: a command that must end with 0, or a group of tests that are counted. */
export interface Step {
  readonly name: string;
  /** Program and arguments; the project's tools are first on PATH. */
  readonly command: readonly [string, ...string[]];
  /** A vitest project reports how many tests passed; any other step counts as one. */
  readonly vitestProject?: string;
}

function vitest(project: string): Step {
  return {
    name: `tests: ${project}`,
    vitestProject: project,
    command: ['vitest', 'run', '--config', 'test/config/vitest.config.ts', '--project', project],
  };
}

/** Everything that must hold before a change lands, cheapest first. */
export const STEPS: readonly Step[] = [
  { name: 'format', command: ['biome', 'ci', '.'] },
  { name: 'lint', command: ['oxlint', '--type-aware', '--deny-warnings'] },
  ...['shared', 'backend', 'extension', 'test'].map(
    (room): Step => ({ name: `types: ${room}`, command: ['tsc', '-p', room] }),
  ),
  { name: 'boundaries', command: ['node', 'test/gate/boundaries.ts'] },
  { name: 'dead code', command: ['knip', '--config', 'test/config/knip.json'] },
  { name: 'builds', command: ['node', 'test/setup/build.ts', '--out', FOLDER] },
  vitest('unit'),
  vitest('property'),
  vitest('integration'),
  vitest('e2e'),
];
