import type { Instrument } from '#shared/contracts/instrument.ts';
import type { Answers } from '#shared/contracts/response.ts';
import type { CoursePoint } from './courses.ts';

/**
 * Invented answers of an instrument that score the total of a course point: spread as evenly as
 * the options allow, the fixed answers kept, the blank ones left out. Throws when no such answers
 * exist; that is a mistake in the course.
 */
export function answersFor(instrument: Instrument, point: CoursePoint): Answers {
  const highest = Math.max(...instrument.options.map(({ value }) => value));
  const blank = new Set(point.blank ?? []);
  const fixed = new Map(
    Object.entries(point.fixed ?? {}).map(([item, value]) => [Number(item), value]),
  );
  const open = instrument.items.map(({ number }) => number).filter((n) => !fixed.has(n));
  const free = open.filter((n) => !blank.has(n));
  const rest = point.total - [...fixed.values()].reduce((sum, value) => sum + value, 0);
  if (rest < 0 || rest > free.length * highest) {
    throw new Error(`${instrument.id}: no answers score ${point.total} ${point.daysAgo} days ago`);
  }
  const points = new Map([...fixed, ...spread(free, rest)]);
  return instrument.items.map(({ number }) => {
    if (blank.has(number)) return null;
    const scored = points.get(number) ?? 0;
    return instrument.reverseItems.includes(number) ? highest - scored : scored;
  });
}

/** Shares `points` among the items: the same for all, the remainder to every other item first. */
function spread(items: readonly number[], points: number): Map<number, number> {
  const each = Math.floor(points / items.length);
  const order = [...items.filter((_, i) => i % 2 === 0), ...items.filter((_, i) => i % 2 === 1)];
  const extra = new Set(order.slice(0, points - each * items.length));
  return new Map(items.map((item) => [item, each + (extra.has(item) ? 1 : 0)]));
}
