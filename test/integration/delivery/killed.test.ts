import { expect, test } from 'vitest';
import { killAtEveryStep } from '#test/faults/delivery/campaign.ts';
import { STEPS } from '#test/faults/delivery/steps.ts';

test('a backend that is killed at any step from an answer to the mail about it loses nothing', async () => {
  const outcome = await killAtEveryStep({ seed: 7, count: STEPS.length }, { writers: 3, most: 2 });
  expect(outcome).toMatchObject({ lost: 0, doubled: 0, apart: 0, untold: 0, falselySent: 0 });
  expect(outcome.ok).toBe(true);
}, 300_000);
