import { expect, inject, test } from 'vitest';
import { forgeMessages } from '#test/faults/messages/campaign.ts';

test('no forged message has an effect, gets an answer, or ends the worker', async () => {
  const { effects, bytesReturned, workerLives, heard, tried } = await forgeMessages({
    seed: inject('seed'),
    count: 8000,
  });
  expect(effects).toEqual([]);
  expect(heard).toBeGreaterThan(0);
  expect([tried, bytesReturned, workerLives]).toEqual([8000, 0, true]);
});
