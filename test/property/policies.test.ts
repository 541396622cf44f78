import { expect, inject, it } from 'vitest';
import { readPolicies } from '#test/faults/policies.ts';

it('200 good and 500 broken policies give the practice’s value or the safest, key by key', () => {
  expect(readPolicies(200, 500, inject('seed')).wrong).toEqual([]);
});
