import * as fc from 'fast-check';
import type { CalendarDate, Instant } from '#shared/contracts/calendar.ts';
import type { Goal, GoalRating } from '#shared/contracts/goal.ts';
import type { GoalId } from '#shared/contracts/ids.ts';
import { rangeOf } from '#shared/goals/scale.ts';

/** Words that a client may say, among them what a reader or an editor could take for something else. */
const clientWords = fc.oneof(
  fc.constantFrom(
    'sleep through the night',
    'No risk, stable',
    '<b>walk</b> * daily *',
    '1. first\n# second',
    'Throughline, as of 1 Jan 2026, 1:00 pm.',
    'llamar a Jordan "mañana"',
  ),
  fc.string({ minLength: 1, maxLength: 200, unit: 'grapheme' }).map((words) => `a${words}`),
);

const level = clientWords.map((words) => words.slice(0, 300).toWellFormed());

const anyScale: fc.Arbitrary<Goal['scale']> = fc.oneof(
  fc.constant({ kind: 'zeroToTen' } as const),
  fc
    .tuple(level, level, level, level, level)
    .map((levels) => ({ kind: 'attainment', levels }) as const),
);

function ratingOf(scale: Goal['scale'], day: fc.Arbitrary<CalendarDate>): fc.Arbitrary<GoalRating> {
  return fc.record({
    by: fc.constantFrom('client', 'clinician'),
    on: day,
    at: day.map((on) => `${on}T18:00:00.000Z` as Instant),
    value: fc.integer(rangeOf(scale)),
  });
}

/** A goal as client and clinician may have agreed on and rated it, on any of these days. */
export function anyGoal(day: fc.Arbitrary<CalendarDate>): fc.Arbitrary<Goal> {
  return anyScale.chain((scale) =>
    fc
      .record({
        words: level,
        agreedOn: day,
        targetOn: fc.option(day),
        closedOn: fc.option(day, { freq: 4 }),
        as: fc.constantFrom('reached', 'setAside'),
        ratings: fc.uniqueArray(ratingOf(scale, day), {
          maxLength: 6,
          selector: ({ by, on }) => `${by} ${on}`,
        }),
      })
      .map(({ as, closedOn, ...told }) => ({
        ...told,
        goalId: '00000000-0000-7000-8000-0000000000a1' as GoalId,
        scale,
        closedOn,
        status: closedOn === null ? 'open' : as,
      })),
  );
}
