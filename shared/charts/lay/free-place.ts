import type { At, Path, Plot, Words } from '../instructions.ts';
import { boxOf, overlap } from './words.ts';

/** Units around a mark that words keep free. */
const AROUND = 6;

/** The first of some places for words where they cover neither a mark nor a line; null for none. */
export function freePlace(
  places: readonly Words[],
  marks: readonly At[],
  paths: readonly Pick<Path, 'points'>[],
): Words | null {
  return (
    places.find((place) => {
      const box = boxOf(place);
      return (
        marks.every(({ x, y }) => !overlap(box, square(x, y))) &&
        paths.every(({ points }) =>
          points.every((to, index) => {
            const from = points[index - 1];
            return from === undefined || !crosses(from, to, box);
          }),
        )
      );
    }) ?? null
  );
}

function square(x: number, y: number): Plot {
  return { left: x - AROUND, right: x + AROUND, top: y - AROUND, bottom: y + AROUND };
}

/** Whether a stroke passes through an area: where they share columns, they share heights as well. */
function crosses(from: At, to: At, { left, right, top, bottom }: Plot): boolean {
  const [one, other] = from.x <= to.x ? [from, to] : [to, from];
  if (other.x < left || one.x > right) return false;
  const heightAt = (x: number) =>
    other.x === one.x ? one.y : one.y + ((other.y - one.y) * (x - one.x)) / (other.x - one.x);
  const ends =
    other.x === one.x
      ? [one.y, other.y]
      : [heightAt(Math.max(left, one.x)), heightAt(Math.min(right, other.x))];
  return Math.max(...ends) > top && Math.min(...ends) < bottom;
}
