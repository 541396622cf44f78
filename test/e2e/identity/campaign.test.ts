import { expect, inject, test } from 'vitest';
import { lookAtFuzzedPages } from '#test/faults/identity/looks.ts';
import { raceNavigations } from '#test/faults/identity/races.ts';
import { turnNotes } from '#test/faults/identity/turns.ts';

test('no fuzzed page puts anybody else on the screen, and clean pages are recognised', async () => {
  const { wrongDisplays, clean, ratio } = await lookAtFuzzedPages({
    seed: inject('seed'),
    count: 900,
  });
  expect(wrongDisplays).toEqual([]);
  expect(clean).toBeGreaterThan(300);
  expect(ratio).toBeLessThanOrEqual(0.01);
});

test('no navigation, however it is timed, has a text written for somebody else', async () => {
  const { wrongReadings, wrongInserts, clean, ratio } = await raceNavigations({
    seed: inject('seed'),
    count: 30,
  });
  expect([wrongReadings, wrongInserts]).toEqual([[], []]);
  expect(clean).toBeGreaterThan(10);
  expect(ratio).toBeLessThanOrEqual(0.01);
});

test('no note that turns to another client without a load is read or written for the wrong one', async () => {
  const { wrongReadings, wrongInserts, clean, ratio } = await turnNotes({
    seed: inject('seed'),
    count: 8,
  });
  expect([wrongReadings, wrongInserts]).toEqual([[], []]);
  expect(clean).toBe(8);
  expect(ratio).toBeLessThanOrEqual(0.01);
});
