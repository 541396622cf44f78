/** Fewer letters than this say too little to begin a name with. */
const SHORTEST_BEGINNING = 2;

/**
 * The name that was probably meant by a word that is none of them: the only one that the word begins,
 * or the nearest by few slips (a letter missing, added, changed, or two swapped). Null where none is near.
 */
export function nearName(word: string, names: Iterable<string>): string | null {
  const typed = word.toLowerCase();
  const all = [...names];
  const begun = all.filter((name) => name.startsWith(typed));
  const [only] = begun;
  if (only !== undefined && begun.length === 1 && typed.length >= SHORTEST_BEGINNING) return only;
  const slips = all.map((name) => ({ name, count: slipsBetween(typed, name.toLowerCase()) }));
  const [nearest] = slips.toSorted((one, other) => one.count - other.count);
  const allowed = Math.max(1, Math.floor(typed.length / 3));
  return nearest !== undefined && nearest.count <= allowed ? nearest.name : null;
}

/** The end of a sentence about a word that is no name: the one that was meant, if one is near. */
export function didYouMean(word: string, names: Iterable<string>, prefix = ''): string {
  const near = nearName(word, names);
  return near === null ? '' : ` Did you mean ${prefix}${near}?`;
}

/**
 * How many letters must be put in, taken out, changed or swapped with their neighbour to make one word
 * of another (optimal string alignment: Boytsov 2011, ACM J. Exp. Algorithmics 16, section 2.1).
 */
function slipsBetween(one: string, other: string): number {
  let earlier: readonly number[] = [];
  let former: readonly number[] = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let row = 1; row <= one.length; row += 1) {
    const now = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const changed = one[row - 1] === other[column - 1] ? 0 : 1;
      const isSwap =
        one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1] && changed === 1;
      now.push(
        Math.min(
          (former[column] ?? 0) + 1,
          (now[column - 1] ?? 0) + 1,
          (former[column - 1] ?? 0) + changed,
          isSwap ? (earlier[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    [earlier, former] = [former, now];
  }
  return former[other.length] ?? 0;
}
