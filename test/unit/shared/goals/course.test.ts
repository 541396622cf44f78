import { describe, expect, it } from 'vitest';
import { addDays, CalendarDate, type Instant } from '#shared/contracts/calendar.ts';
import { RATINGS_AT_HAND } from '#shared/contracts/goal.ts';
import { goalsAsOf, ratingsAfter } from '#shared/goals/as-of.ts';
import { goalCourse, goalCourses } from '#shared/goals/course.ts';
import { viewsInWords } from '#shared/words/goals.ts';
import { aGoalOf, aRating } from './a-goal.ts';

const day = (words: string) => CalendarDate.parse(words);
const LOOKED = '2026-11-10T12:00:00.000Z' as Instant;

describe('the course of a goal', () => {
  it('is told of each rater apart', () => {
    const course = goalCourse(
      aGoalOf({
        ratings: [
          aRating('clinician', '2026-11-05', 6),
          aRating('client', '2026-11-12', 4),
          aRating('client', '2026-10-02', 2),
        ],
      }),
      LOOKED,
    );
    expect(course.client).toMatchObject({ first: { value: 2 }, latest: { value: 4 }, change: 2 });
    expect(course.client?.isNew).toBe(true);
    expect(course.clinician).toMatchObject({ latest: { value: 6 }, change: null, isNew: false });
    expect(course.views).toEqual({ points: 2, higher: 'clinician', daysApart: 7 });
  });

  it('has no two views until both have rated', () => {
    const ratings = [aRating('client', '2026-11-12', 4)];
    expect(goalCourse(aGoalOf({ ratings }), null).views).toBeNull();
    expect(goalCourse(aGoalOf(), null)).toMatchObject({ client: null, clinician: null });
  });

  it('puts open goals before closed ones, the earliest agreed first', () => {
    const closed = { status: 'reached', closedOn: day('2026-11-01') } as const;
    const told = goalCourses(
      [
        aGoalOf({ words: 'c', agreedOn: day('2026-09-01'), ...closed }),
        aGoalOf({ words: 'b', agreedOn: day('2026-10-02') }),
        aGoalOf({ words: 'a', agreedOn: day('2026-10-01') }),
      ],
      null,
    );
    expect(told.map(({ words }) => words)).toEqual(['a', 'b', 'c']);
  });
});

describe('two views of a goal', () => {
  it.each([
    [{ points: 0, higher: null, daysApart: 0 }, 'Client and clinician see it alike.'],
    [
      { points: 1, higher: 'client', daysApart: 1 },
      'Two views of the same goal: the client sees it 1 point closer, rated 1 day apart.',
    ],
    [
      { points: 3, higher: 'clinician', daysApart: 12 },
      'Two views of the same goal: the clinician sees it 3 points closer, rated 12 days apart.',
    ],
  ] as const)('are said without blame', (views, words) => {
    expect(viewsInWords(views)).toBe(words);
    expect(words).not.toMatch(/over|under|wrong|only|disagree|fail/i);
  });
});

describe('goals as of a session', () => {
  const goal = aGoalOf({
    status: 'reached',
    closedOn: day('2026-11-15'),
    ratings: [aRating('client', '2026-11-01', 2), aRating('clinician', '2026-11-12', 6)],
  });

  it('are open where they were closed later, and know no later rating', () => {
    expect(goalsAsOf([goal], day('2026-11-11'))).toEqual([
      { ...goal, status: 'open', closedOn: null, ratings: goal.ratings.slice(0, 1) },
    ]);
    expect(goalsAsOf([goal], day('2026-11-15'))).toEqual([goal]);
    expect(goalsAsOf([goal], day('2026-09-30'))).toEqual([]);
  });

  it('say nothing of a rater whose newest ratings all came later: the first is not the latest', () => {
    const daily = (days: number) =>
      Array.from({ length: days }, (_, place) =>
        aRating('client', addDays(day('2026-11-20'), place), 5),
      );
    const first = aRating('client', '2026-10-02', 2);
    const own = aRating('clinician', '2026-10-05', 6);
    const session = day('2026-11-11');
    const kept = aGoalOf({ ratings: [first, own, ...daily(RATINGS_AT_HAND - 1)] });
    expect(goalsAsOf([kept], session)).toEqual([{ ...kept, ratings: [first, own] }]);
    const cut = aGoalOf({ ratings: [first, own, ...daily(RATINGS_AT_HAND)] });
    expect(goalsAsOf([cut], session)).toEqual([{ ...cut, ratings: [own], untold: ['client'] }]);
    const since = aGoalOf({ ratings: [own, ...daily(RATINGS_AT_HAND)] });
    expect(goalsAsOf([since], session)).toEqual([{ ...since, ratings: [own] }]);
  });

  it('list what was rated later apart', () => {
    expect(ratingsAfter([goal], day('2026-11-11'))).toEqual([{ goal, rating: goal.ratings[1] }]);
    expect(ratingsAfter([goal], day('2026-11-12'))).toEqual([]);
  });
});
