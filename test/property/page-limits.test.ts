import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { CALM_AFTER_MS, createPageLimits } from '#extension/local/page-limits/page-limits.ts';
import { QUESTIONS } from '#extension/local/page-limits/questions-left.ts';
import { memoryStorage } from '#test/support/memory-storage.ts';

/** The tab of somebody who works; the others do what they like. */
const CALM_TAB = 0;

const step = fc.record({
  waitMs: fc.oneof(
    { weight: 20, arbitrary: fc.integer({ min: 0, max: 50 }) },
    { weight: 3, arbitrary: fc.integer({ min: 0, max: 10_000 }) },
    { weight: 1, arbitrary: fc.constant(CALM_AFTER_MS) },
  ),
  tabId: fc.integer({ min: 1, max: 2 }),
  does: fc.constantFrom('asks', 'panelAsks', 'hears', 'workerDies'),
  /** How many one right after the other. */
  times: fc.integer({ min: 1, max: 60 }),
});

it('whatever pages do: their questions are bounded, and nobody else’s is held back', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
      const area = memoryStorage();
      let time = 0;
      let asked = 0;
      const worker = () =>
        createPageLimits({ area, now: () => new Date(time), onHeld: () => undefined });
      let limits = worker();
      const granted = new Map<number, number[]>();
      for (const { waitMs, tabId, does, times } of steps) {
        time += waitMs;
        if (does === 'workerDies') limits = worker();
        for (let at = 0; at < times; at += 1) {
          asked += 1;
          if (does === 'hears') limits.hears(tabId);
          else if (does !== 'workerDies' && (await limits[does](tabId, `client ${asked}`))) {
            granted.set(tabId, [...(granted.get(tabId) ?? []), time]);
          }
        }
        expect(await limits.asks(CALM_TAB, 'the client')).toBe(true);
        expect(limits.hears(CALM_TAB)).toBe(true);
        time += 100;
      }
      for (const times of granted.values()) expectBounded(times);
      time += CALM_AFTER_MS;
      for (const tabId of granted.keys()) expect(await limits.asks(tabId, 'calm')).toBe(true);
    }),
  );
});

/** In any span: no more than the rate gives at once and during the span. */
function expectBounded(times: readonly number[]): void {
  for (const [from, since] of times.entries()) {
    for (const [to, until] of times.entries()) {
      if (to < from) continue;
      const most = QUESTIONS.atOnce + (until - since) / QUESTIONS.oneMoreEveryMs;
      expect(to - from + 1).toBeLessThanOrEqual(Math.floor(most) + 1);
    }
  }
}
