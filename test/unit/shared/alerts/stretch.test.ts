import { expect, it } from 'vitest';
import { stretchState } from '#shared/alerts/history/stretch.ts';
import { measuredWeekly } from '#test/support/a-line.ts';

/** Where a stretch stands that opens with any rise, and ends below the score that opened it. */
const stateOf = (...totals: readonly number[]) =>
  stretchState(measuredWeekly(totals), {
    opens: (from, to) => to.total > from.total,
    ends: ({ to }, now) => now.total < to.total,
  });

it('a stretch opens, goes on and is over; before two scores there is none', () => {
  expect([stateOf(), stateOf(5), stateOf(5, 5)]).toEqual(['over', 'over', 'over']);
  expect(stateOf(5, 7)).toBe('opens');
  expect(stateOf(5, 7, 7)).toBe('goesOn');
  expect(stateOf(5, 7, 6)).toBe('over');
});
