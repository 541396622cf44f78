import { expect, inject, test } from 'vitest';
import { insertEverywhere, WRITTEN_EDITORS } from '#test/faults/insertions.ts';

/** Texts an editor; `npm run faults` tries many more. */
const COUNT = 10;

test('no text whatever is called inserted, or taken back, unless the editor’s model says so', async () => {
  const reports = await insertEverywhere({ seed: inject('seed'), count: COUNT });
  expect(reports.map(({ editor }) => editor)).toEqual(WRITTEN_EDITORS);
  for (const report of reports) {
    const faults = { falselyInserted: 0, lostFormer: 0, falselyRestored: 0 };
    expect(report, JSON.stringify(report)).toMatchObject(faults);
    expect(report.exact, JSON.stringify(report)).toBeGreaterThan(COUNT / 3);
  }
});
