import { expect, inject, it } from 'vitest';
import { readPolicies } from '#test/faults/policies.ts';

it('200 good and 500 broken policies give the practice’s value, or nothing wider than before, key by key', async () => {
  const outcome = await readPolicies({ seed: inject('seed'), count: 700 });
  expect(outcome).toEqual({ tried: 700, good: 200, broken: 500, wrong: [], ok: true });
});
