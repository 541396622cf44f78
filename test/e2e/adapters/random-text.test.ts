import { expect, inject, test } from 'vitest';
import { insertInto, WRITTEN_EDITORS } from '#test/faults/insertions.ts';

/** Texts an editor; `npm run faults` tries many more. */
const COUNT = 10;

test('no text whatever is called inserted, or taken back, unless the editor’s model says so', async () => {
  const how = { seed: inject('seed'), count: COUNT };
  const { editors: reports, ok } = await insertInto(WRITTEN_EDITORS, how);
  expect(reports.map(({ editor }) => editor)).toEqual(WRITTEN_EDITORS);
  for (const report of reports) {
    const faults = { falselyInserted: 0, lostFormer: 0, falselyRestored: 0 };
    expect(report, JSON.stringify(report)).toMatchObject(faults);
    expect(report.exact, JSON.stringify(report)).toBeGreaterThan(COUNT / 3);
  }
  expect(ok).toBe(true);
});
