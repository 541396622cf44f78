import { byImportance, type Piece, type Role, withScores, wordCount } from './piece.ts';

/** Never given way to length. */
const ALWAYS: ReadonlySet<Piece['priority']> = new Set(['vital', 'kept']);

/**
 * Leaves out sentences until at most `limit` words remain, the least important first. Order is
 * kept, and so is what may never be left out, even beyond the limit; and of each group of `roles` the
 * most important sentence, because each goes to a field of its own. A comparison takes its score along
 * or is left out with it.
 */
export function trim(
  pieces: readonly Piece[],
  limit: number,
  groups: readonly (readonly Role[])[] = [],
): Piece[] {
  const ordered = pieces.filter(({ priority }) => priority !== 'full').toSorted(byImportance);
  const first = groups.flatMap((roles) => ordered.find(({ role }) => roles.includes(role)) ?? []);
  const always = ordered.filter(({ priority }) => ALWAYS.has(priority));
  const chosen = new Set<Piece>(withScores([...first, ...always], pieces));
  let words = wordsOf([...chosen]);
  for (const candidate of ordered) {
    const added = withScores([candidate], pieces).filter((one) => !chosen.has(one));
    const longer = words + wordsOf(added);
    if (longer > limit) continue;
    for (const one of added) chosen.add(one);
    words = longer;
  }
  return pieces.filter((candidate) => chosen.has(candidate));
}

function wordsOf(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { text }) => sum + wordCount(text), 0);
}
