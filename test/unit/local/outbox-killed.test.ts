import { expect, it } from 'vitest';
import { FALLS, fallEverywhere } from '#test/faults/outbox/kill-everywhere.ts';

/** Fewer steps than this, and the story was not told to its end. */
const STEPS_OF_THE_STORY = 80;

it.each(FALLS)('nothing is lost, doubled or untrue wherever the %s falls', async (fall) => {
  const costs = await fallEverywhere(fall);
  expect(costs.filter(({ died }) => died).length).toBeGreaterThan(2 * STEPS_OF_THE_STORY);
  const costly = costs.filter(
    ({ lost, doubled, stuck, untrue }) => [lost, doubled, stuck, untrue].flat().length > 0,
  );
  expect(costly).toEqual([]);
});
