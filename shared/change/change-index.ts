import type { Direction } from './direction.ts';
import type { ChangeCategory } from './judge.ts';

/** A change expressed in standard errors. */
export interface ChangeIndex {
  /** Without unit; the sign is that of the points, not of better or worse. */
  readonly index: number;
  /** Strictly beyond the criterion of its method in either direction. */
  readonly reliable: boolean;
}

/** Two-sided 95 % criterion as Jacobson & Truax 1991 print it; an index must exceed it. */
export const TWO_SIDED_95 = 1.96;

/** One-sided 95 % criterion, which Hageman & Arrindell 1999 take for one client. */
export const ONE_SIDED_95 = 1.645;

/** Compares an index with its criterion: "more than", never "at least". */
export function changeIndex(index: number, criterion: number): ChangeIndex {
  return { index, reliable: Math.abs(index) > criterion };
}

/**
 * The class of an index on a scale. With d = -1 where lower is better and +1 where higher is:
 * improved if d RC exceeds the criterion, worse if d RC lies beyond it on the other side.
 */
export function categoryOfIndex(
  { index, reliable }: ChangeIndex,
  direction: Direction,
): ChangeCategory {
  if (!reliable) return 'noReliableChange';
  return index > 0 === (direction === 'higherBetter') ? 'reliableImprovement' : 'reliableWorsening';
}
