import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays, type CalendarDate } from '#shared/contracts/calendar.ts';
import { Goal, type GoalRating } from '#shared/contracts/goal.ts';
import { goalsAsOf, ratingsAfter } from '#shared/goals/as-of.ts';
import { goalCourse } from '#shared/goals/course.ts';
import { rangeOf } from '#shared/goals/scale.ts';
import { anyGoal } from './own-goals.ts';

const day = fc.nat({ max: 400 }).map((ago) => addDays('2026-11-20' as CalendarDate, -ago));

const turned = (rating: GoalRating): GoalRating => ({
  ...rating,
  by: rating.by === 'client' ? 'clinician' : 'client',
});

it('a course tells nothing but ratings that were given, and how far they are apart', () => {
  fc.assert(
    fc.property(anyGoal(day), (goal) => {
      const { client, clinician, views } = goalCourse(goal, null);
      const { min, max } = rangeOf(goal.scale);
      for (const course of [client, clinician]) {
        if (course === null) continue;
        expect(goal.ratings).toContain(course.first);
        expect(goal.ratings).toContain(course.latest);
        expect(Math.abs(course.change ?? 0)).toBeLessThanOrEqual(max - min);
      }
      expect(views === null).toBe(client === null || clinician === null);
      expect(views?.higher === null).toBe(views?.points === 0);
    }),
  );
});

it('the order in which ratings are held makes no difference', () => {
  fc.assert(
    fc.property(anyGoal(day), (goal) => {
      const reversed = { ...goal, ratings: goal.ratings.toReversed() };
      expect({ ...goalCourse(reversed, null), ratings: [] }).toEqual({
        ...goalCourse(goal, null),
        ratings: [],
      });
    }),
  );
});

it('raters who change places see the same distance from the other side', () => {
  fc.assert(
    fc.property(anyGoal(day), (goal) => {
      const { client, clinician, views } = goalCourse(goal, null);
      const other = goalCourse({ ...goal, ratings: goal.ratings.map(turned) }, null);
      expect(other.client?.latest.value).toBe(clinician?.latest.value);
      expect(other.clinician?.latest.value).toBe(client?.latest.value);
      expect(other.views?.points).toBe(views?.points);
    }),
  );
});

it('a session divides ratings: each is before or after, none is lost', () => {
  fc.assert(
    fc.property(anyGoal(day), day, (goal, session) => {
      const until = goalsAsOf([goal], session);
      const later = ratingsAfter([goal], session);
      for (const one of until) {
        expect(Goal.safeParse(one).success).toBe(true);
        expect(one.ratings.length + later.length).toBe(goal.ratings.length);
      }
      expect(until.length === 1).toBe(goal.agreedOn <= session);
    }),
  );
});
