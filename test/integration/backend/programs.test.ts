import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import manifest from '../../../package.json' with { type: 'json' };

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** Every program of the README with a slip of the pen, and what it is asked whether it meant. */
const SLIPS = {
  start: ['--onse', '--once'],
  serve: ['--hlep', '--help'],
  practice: ['crate-practice', 'create-practice'],
  build: ['chrme', 'chrome'],
  release: ['lst', 'list'],
  policy: ['--sever', '--server'],
  measures: ['--hepl', '--help'],
  faults: ['polcies', 'policies'],
  bench: ['knowlege', 'knowledge'],
  mutation: ['--incremental=yes', '--incremental takes no value'],
} as const;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'throughline-programs-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs what `npm run <name>` runs on a machine that is set up. */
function run(name: keyof typeof SLIPS, word: string) {
  const program = manifest.scripts[name].split(' ').at(-1) ?? '';
  return spawnSync(process.execPath, [program, word], {
    cwd: ROOT,
    env: { ...process.env, THROUGHLINE_DATA: folder },
    encoding: 'utf8',
  });
}

describe.each(Object.entries(SLIPS))('npm run %s', (key, [slip, meant]) => {
  const name = key as keyof typeof SLIPS;

  it('says with --help how it is used', () => {
    const { status, stdout, stderr } = run(name, '--help');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(name === 'start' ? /^ {2}npm start/m : `  npm run ${name}`);
  });

  it('refuses a slip of the pen, with what was meant, and does nothing', () => {
    const { status, stdout, stderr } = run(name, slip);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(meant);
    expect(stderr).toContain('--help');
    expect(readdirSync(folder)).toEqual([]);
  });
});
