import { describe, expect, it } from 'vitest';
import { goalDrawing } from '#shared/charts/goals/goal-drawing.ts';
import { CalendarDate } from '#shared/contracts/calendar.ts';
import { goalCourse } from '#shared/goals/course.ts';
import { aGoalOf, aRating, LEVELS } from '../goals/a-goal.ts';

const CONTEXT = {
  size: { width: 368, height: 112 },
  today: CalendarDate.parse('2026-11-20'),
};

const RATED = aGoalOf({
  ratings: [
    aRating('client', '2026-10-02', 0),
    aRating('clinician', '2026-10-02', 10),
    aRating('client', '2026-11-18', 5),
  ],
});

describe('a goal over time', () => {
  const drawn = goalDrawing(goalCourse(RATED, null), CONTEXT);

  it('has a line for each rater, told apart by stroke and mark and named at its end', () => {
    expect(drawn?.lines.map(({ key, style, end }) => [key, style, end.words])).toEqual([
      ['client', 0, 'Client'],
      ['clinician', 1, 'Clinician'],
    ]);
    expect(drawn?.lines.map(({ said }) => said)).toEqual([
      'Client, 18 Nov 2026: 5 of 10.',
      'Clinician, 2 Oct 2026: 10 of 10.',
    ]);
  });

  it('stands on the whole scale, closer to the goal up', () => {
    const [client, clinician] = drawn?.lines.map(({ marks }) => marks.map(({ y }) => y)) ?? [];
    const { top = 0, bottom = 0 } = drawn?.plot ?? {};
    expect(client?.[0]).toBe(bottom);
    expect(client?.[1]).toBe((top + bottom) / 2);
    expect(clinician).toEqual([top]);
    expect(drawn?.valueTicks.map(({ words }) => words).toSorted()).toEqual(['0', '10', '5']);
  });

  it('names all five levels of goal-attainment scaling', () => {
    const ratings = [aRating('client', '2026-10-02', -2), aRating('client', '2026-11-18', 1)];
    const goal = goalCourse(aGoalOf({ scale: LEVELS, ratings }), null);
    const levels = goalDrawing(goal, { ...CONTEXT, size: { width: 368, height: 200 } });
    const words = levels?.valueTicks.map((tick) => tick.words);
    expect(new Set(words)).toEqual(new Set(['-2', '-1', '0', '+1', '+2']));
  });

  it('is not drawn from one rating', () => {
    const ratings = [aRating('client', '2026-10-02', 3)];
    expect(goalDrawing(goalCourse(aGoalOf({ ratings }), null), CONTEXT)).toBeNull();
  });
});
