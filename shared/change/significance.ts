import { type Direction, isClinical } from './direction.ts';
import { judgeChange } from './judge.ts';

/** Clinical significance after Jacobson & Truax 1991; `harmed` is an optional fifth class. */
export type SignificanceCategory =
  | 'recovered'
  | 'improved'
  | 'unchanged'
  | 'deteriorated'
  | 'harmed';

/** What {@link clinicalSignificance} compares, in points. */
export interface SignificanceInput {
  readonly pre: number;
  readonly post: number;
  /** A change of at least this size is reliable. */
  readonly threshold: number;
  readonly cutOff: { readonly value: number; readonly op: '>=' | '<=' };
  readonly direction: Direction;
}

/**
 * `recovered`: reliable improvement that crossed from the clinical to the functional side.
 * `improved`: reliable improvement only. `harmed`: reliable worsening that crossed into the
 * clinical range. `deteriorated`: reliable worsening only. `unchanged`: neither.
 */
export function clinicalSignificance(input: SignificanceInput): SignificanceCategory {
  const { pre, post, threshold, cutOff, direction } = input;
  const before = isClinical(pre, cutOff);
  const after = isClinical(post, cutOff);
  const category = judgeChange(pre, post, threshold, direction);
  if (category === 'noReliableChange') return 'unchanged';
  if (category === 'reliableImprovement') return before && !after ? 'recovered' : 'improved';
  return !before && after ? 'harmed' : 'deteriorated';
}
