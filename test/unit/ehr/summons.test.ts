import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createSummons } from '#extension/ehr/summons.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function scene() {
  const state = { asked: 0, isThere: false };
  const lifetime = new AbortController();
  const view = { setTimeout, clearTimeout } as unknown as Window;
  const summon = createSummons({
    view,
    signal: lifetime.signal,
    ask: () => {
      state.asked += 1;
    },
    isThere: () => state.isThere,
  });
  return { state, lifetime, summon };
}

test('a part that does not come is asked for again, less and less often, without end', () => {
  const { state, summon } = scene();
  summon();
  summon();
  expect(state.asked).toBe(1);
  vi.advanceTimersByTime(1500);
  expect(state.asked).toBe(3);
  vi.advanceTimersByTime(3_600_000);
  expect(state.asked).toBeGreaterThan(100);
});

test('a part that came is not asked for any more', () => {
  const { state, summon } = scene();
  summon();
  state.isThere = true;
  vi.advanceTimersByTime(60_000);
  summon();
  expect(state.asked).toBe(1);
});

test('nothing is asked for once the page is left to itself', () => {
  const { state, lifetime, summon } = scene();
  summon();
  lifetime.abort();
  summon();
  vi.advanceTimersByTime(60_000);
  expect(state.asked).toBe(1);
});
