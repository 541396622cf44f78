import { expect, it } from 'vitest';
import { createPace } from '#extension/ehr/observe/pace.ts';

it('arriving at a page is told at once; what goes on changing, five times a second', () => {
  let now = 0;
  const pace = createPace(() => now);
  const told = (times: number) =>
    Array.from({ length: times }, () => pace.take()).filter(Boolean).length;
  expect(told(1000)).toBe(20);
  now += 1000;
  expect(told(1000)).toBe(5);
  now += 199;
  expect(told(1000)).toBe(0);
  now += 1;
  expect(told(1000)).toBe(1);
  now += 60_000;
  expect(told(1000)).toBe(20);
});
