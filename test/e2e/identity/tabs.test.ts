import { expect, inject, test } from 'vitest';
import { raceTabs } from '#test/faults/identity/tabs/campaign.ts';

test('no tab, however it is left or come back to, shows or writes for another client', async () => {
  const outcome = await raceTabs({ seed: inject('seed'), count: 30 });
  expect(outcome).toMatchObject({ wrongDisplays: [], wrongInserts: [], ok: true });
  expect(outcome.clean).toBeGreaterThan(10);
});
