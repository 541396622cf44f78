import { expect, test } from 'vitest';
import { killWhileKeepingPlans } from '#test/faults/plans/campaign.ts';

test('a backend that is killed at any write while it keeps plans sends everything once', async () => {
  expect(await killWhileKeepingPlans({ seed: 7, count: 1 })).toEqual({
    tried: 11,
    lost: 0,
    doubled: 0,
    apart: 0,
    ok: true,
  });
}, 300_000);
