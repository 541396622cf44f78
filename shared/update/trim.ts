import { byImportance, type Piece, type Role, wordCount } from './piece.ts';

/** Never given way to length. */
const ALWAYS: ReadonlySet<Piece['priority']> = new Set(['vital', 'kept']);

/**
 * Leaves out sentences until at most `limit` words remain, the least important first. Order is
 * kept, and so is what may never be left out, even beyond the limit; and of each group of `roles` the
 * most important sentence, because each goes to a field of its own.
 */
export function trim(
  pieces: readonly Piece[],
  limit: number,
  groups: readonly (readonly Role[])[] = [],
): Piece[] {
  const ordered = pieces.filter(({ priority }) => priority !== 'full').toSorted(byImportance);
  const chosen = new Set<Piece>(
    groups.flatMap((roles) => ordered.find(({ role }) => roles.includes(role)) ?? []),
  );
  for (const candidate of ordered) if (ALWAYS.has(candidate.priority)) chosen.add(candidate);
  let words = 0;
  for (const { text } of chosen) words += wordCount(text);
  for (const candidate of ordered) {
    const longer = words + wordCount(candidate.text);
    if (chosen.has(candidate) || longer > limit) continue;
    chosen.add(candidate);
    words = longer;
  }
  return pieces.filter((candidate) => chosen.has(candidate));
}
