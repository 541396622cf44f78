import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readReport } from '#test/mutation/report.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'throughline-report-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Reads a report on one file, whose mutants came out so, one a line. */
function reportOn(...statuses: string[]) {
  const mutants = statuses.map((status, index) => ({
    id: String(index),
    mutatorName: 'EqualityOperator',
    replacement: 'a > b',
    status,
    location: { start: { line: index + 1, column: 5 }, end: { line: index + 1, column: 11 } },
  }));
  const file = join(folder, 'report.json');
  writeFileSync(file, JSON.stringify({ files: { 'shared/a.ts': { language: 'ts', mutants } } }));
  return readReport(file);
}

describe('a report on mutants', () => {
  it('counts what the tests noticed, and names what they did not', () => {
    const { result, survivors } = reportOn(
      'Killed',
      'Survived',
      'Timeout',
      'NoCoverage',
      'RuntimeError',
      'Killed',
      'Killed',
    );
    expect(result).toEqual({
      mutants: 7,
      killed: 3,
      timeout: 1,
      loadError: 1,
      survived: 2,
      rate: 71.42,
    });
    expect(survivors).toEqual([
      { at: 'shared/a.ts:2:5', change: 'EqualityOperator: a > b' },
      { at: 'shared/a.ts:4:5', change: 'EqualityOperator: a > b' },
    ]);
  });

  it('never rounds up to the rate that is asked for', () => {
    const statuses = Array.from({ length: 10_001 }, (_, index) =>
      index < 9_000 ? 'Killed' : 'Survived',
    );
    expect(reportOn(...statuses).result.rate).toBe(89.99);
  });

  it.each(['Ignored', 'Pending', 'CompileError'])(
    'is refused when one was not tried: %s',
    (status) => {
      expect(() => reportOn('Killed', status)).toThrow('1 mutants were not tried');
    },
  );

  it('on nothing is no success', () => {
    expect(reportOn().result).toMatchObject({ mutants: 0, rate: 0 });
  });
});
