/** Both ends of a scale; they belong to it. */
export interface Range {
  readonly min: number;
  readonly max: number;
}

/**
 * Keeps a total with filled blanks within the scale: where one item is wider than the others, the
 * mean of those others or of that one can overshoot.
 */
export function within({ min, max }: Range, total: number): number {
  return Math.min(max, Math.max(min, total));
}
