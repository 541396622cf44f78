import { expect, it } from 'vitest';
import { Score } from '#shared/contracts/response.ts';

/** As it was written before there were profiles, screens and gates. */
const STORED = {
  status: 'scored',
  total: 15.75,
  displayed: 16,
  band: 'moderately severe',
  prorated: true,
  missingItems: [9],
  subscales: [],
  safety: [{ item: 9, value: null, label: null, positive: false, kind: 'suicidality' }],
};

it('a score that was stored in the first version is read as it was', () => {
  expect(Score.parse(STORED)).toEqual(STORED);
  const { status: _, ...rest } = STORED;
  const failed = {
    status: 'unscorable',
    reason: 'tooManyMissing',
    missingItems: rest.missingItems,
    safety: rest.safety,
  };
  expect(Score.parse(failed)).toEqual(failed);
});
