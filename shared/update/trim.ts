import { type Piece, PRIORITIES, wordCount } from './piece.ts';

/**
 * Leaves out sentences until at most `limit` words remain, the least important first. Order is
 * kept, and so is every sentence of the first priority, even beyond the limit.
 */
export function trim(pieces: readonly Piece[], limit: number): Piece[] {
  const byImportance = pieces.toSorted(
    (one, other) => PRIORITIES.indexOf(one.priority) - PRIORITIES.indexOf(other.priority),
  );
  const chosen = new Set<Piece>();
  let words = 0;
  for (const candidate of byImportance) {
    const longer = words + wordCount(candidate.text);
    if (candidate.priority === 'kept' || longer <= limit) {
      chosen.add(candidate);
      words = longer;
    }
  }
  return pieces.filter((candidate) => chosen.has(candidate));
}
