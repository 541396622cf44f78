import { describe, expect, it } from 'vitest';
import { instrument } from '#shared/instruments/registry.ts';
import { score } from '#shared/scoring/score.ts';
import { answersFor } from '#test/demo/answers.ts';
import { COURSES } from '#test/demo/courses.ts';
import { PEOPLE } from '#test/ehr/people.ts';

describe('the courses of the demo practice', () => {
  it('give every invented client exactly one story', () => {
    expect(COURSES.map(({ key }) => key).toSorted()).toEqual(
      PEOPLE.map(({ key }) => key).toSorted(),
    );
  });

  it.each(COURSES.flatMap(({ key, lines }) => lines.map((line) => ({ key, line }))))(
    '$key: the answers to $line.instrumentId score what the story says',
    ({ line }) => {
      const data = instrument(line.instrumentId);
      if (data === null) throw new Error('unknown instrument');
      for (const point of line.points) {
        const scored = score(data, answersFor(data, point));
        const answered = data.items.length - (point.blank?.length ?? 0);
        expect(scored).toMatchObject({
          status: 'scored',
          total: (point.total * data.items.length) / answered,
          missingItems: point.blank ?? [],
        });
      }
    },
  );

  it('lie within the time in care and run forward', () => {
    for (const { lines, inCareForDays } of COURSES) {
      for (const { points } of lines) {
        const days = points.map(({ daysAgo }) => daysAgo);
        expect(Math.max(...days)).toBeLessThanOrEqual(inCareForDays);
        expect(days).toEqual(days.toSorted((a, b) => b - a));
      }
    }
  });
});
