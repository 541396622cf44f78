import type { At } from '../instructions.ts';

/** Units in which more than four places of one kind can't be told apart. */
const COLUMN = 4;

/**
 * Leaves out what could not be told apart anyway. In each column of four units the first, the last,
 * the lowest and the highest place stay (M4: Jugel, Jerzak, Hackenbroich and Markl 2014, doi
 * 10.14778/2732951.2732953), and whatever must stay for another reason. The order is kept; the number
 * is bounded by the width and by what must stay. Takes places in order of x.
 */
export function thinned<Place extends At>(
  places: readonly Place[],
  mustStay: (place: Place) => boolean,
): readonly Place[] {
  const columns = Map.groupBy(places, ({ x }) => Math.floor(x / COLUMN));
  return [...columns.values()].flatMap((column) => {
    if (column.length <= 4) return column;
    const staying = new Set<Place | undefined>([
      column[0],
      column.at(-1),
      column.reduce((one, other) => (other.y < one.y ? other : one)),
      column.reduce((one, other) => (other.y > one.y ? other : one)),
    ]);
    return column.filter((place) => staying.has(place) || mustStay(place));
  });
}
