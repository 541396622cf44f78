import { describe, expect, it } from 'vitest';
import type { MeasuredPoint, Observation } from '#shared/contracts/observation.ts';
import { phq9 } from '#shared/instruments/data/phq9.ts';
import { improvementOf } from '#shared/trajectory/improvement.ts';
import { limitsInForce } from '#shared/trajectory/limits.ts';
import { lineTrend } from '#shared/trajectory/line-trend.ts';
import { nonResponsePoints } from '#shared/trajectory/non-response.ts';
import { onTrack } from '#shared/trajectory/on-track.ts';
import { firstRemission, relapseOf } from '#shared/trajectory/remission.ts';
import { suddenChanges } from '#shared/trajectory/sudden-changes.ts';
import { trajectory } from '#shared/trajectory/trajectory.ts';
import { dayOf, lineId, measuredLine, observed } from '#test/support/a-line.ts';

/** A course that falls and rises for ever, with a correction and an episode every so often. */
function longLine(length: number): Observation[] {
  return Array.from({ length }, (_, index) =>
    observed(index + 1, index, 6 + ((index * 7) % 20), {
      corrects: index % 10 === 9 ? lineId(index) : null,
    }),
  );
}

/** A course that only falls, in which every question about later scores has to look far. */
function longFall(length: number): MeasuredPoint[] {
  return measuredLine(
    Array.from({ length }, (_, index) => [index, 10_000_000 - 100 * index] as const),
  );
}

/** The same objects, counting how often any of their members is read. */
function watched<Point extends object>(points: readonly Point[]) {
  const count = { reads: 0 };
  const seen = points.map(
    (point) =>
      new Proxy(point, {
        get(target, member): unknown {
          count.reads += 1;
          return Reflect.get(target, member);
        },
      }),
  );
  return { seen, count };
}

const care = {
  inCareSince: dayOf(0),
  startedOn: Array.from({ length: 40 }, (_, index) => dayOf(200 * index)),
};

describe('a very long line', () => {
  it('of ten thousand points is read whole', () => {
    const line = trajectory(longLine(10_000), phq9, { care });
    expect(line.points).toHaveLength(9000);
    expect(line.superseded).toHaveLength(1000);
    expect(line.episodes).toHaveLength(40);
    expect(line.sinceBaseline.status).toBe('judged');
  });

  it('is looked at a bounded number of times a point', () => {
    for (const length of [1000, 10_000]) {
      const { seen, count } = watched(longLine(length).toReversed());
      trajectory(seen, phq9, { care });
      // Sorting looks at each point a few dozen times; looking at each from each takes thousands.
      expect(count.reads / length).toBeLessThan(300);
    }
  });

  const limits = limitsInForce({});
  it.each([
    ['improvement', (course) => improvementOf(course, 6, 'higherWorse')],
    ['first remission', (course) => firstRemission(course, phq9)],
    ['relapse', (course) => relapseOf(course, phq9)],
    ['sudden changes', (course) => suddenChanges(course, 6, 'higherWorse')],
    ['on track', (course) => onTrack(course, phq9, limits)],
    ['non-response', (course) => nonResponsePoints(course, phq9, 7)],
    [
      'trend',
      (course) => lineTrend(course, { direction: 'higherWorse', threshold: 6, window: 10_000 }),
    ],
  ] as [string, (course: readonly MeasuredPoint[]) => unknown][])(
    'costs the same for each point: %s',
    (_, judge) => {
      const { seen, count } = watched(longFall(10_000));
      judge(seen);
      expect(count.reads / 10_000).toBeLessThan(40);
    },
  );
});
