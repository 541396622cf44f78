import { expect, it } from 'vitest';
import { interpret } from '#shared/brief/interpret.ts';
import { longFacts, measureLongBrief } from '#test/load/knowledge/long-brief.ts';

it('a long history holds what it says, on lines that are judged', () => {
  const { measures } = interpret(longFacts(500));
  expect(
    measures.filter(({ role }) => role === 'total').map(({ totalCount }) => totalCount),
  ).toEqual([167, 167, 166]);
  expect(measures.every(({ trajectory }) => trajectory.trend.status === 'fitted')).toBe(true);
});

it('is timed with the clock that is handed over', () => {
  let time = 0;
  const figures = measureLongBrief(12, 3, () => {
    time += 2;
    return time;
  });
  expect(figures).toMatchObject({
    responses: 12,
    interpretMicroseconds: 2000,
    composeMicroseconds: 2000,
  });
});
