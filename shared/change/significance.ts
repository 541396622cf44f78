import { crossing } from './crossing.ts';
import type { ClinicalRange, Direction } from './direction.ts';
import { type ChangeCategory, judgeChange } from './judge.ts';

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
  readonly cutOff: ClinicalRange;
  readonly direction: Direction;
}

/** {@link significanceOf} where reliable change is judged by a whole-point threshold. */
export function clinicalSignificance(input: SignificanceInput): SignificanceCategory {
  const { pre, post, threshold, cutOff, direction } = input;
  return significanceOf(judgeChange(pre, post, threshold, direction), pre, post, cutOff);
}

/**
 * `recovered`: reliable improvement that crossed from the clinical to the functional side.
 * `improved`: reliable improvement only. `harmed`: reliable worsening that crossed into the
 * clinical range. `deteriorated`: reliable worsening only. `unchanged`: neither. The category may
 * come from any method; `pre` and `post` are compared with the cut-off as they are displayed.
 */
export function significanceOf(
  category: ChangeCategory,
  pre: number,
  post: number,
  cutOff: ClinicalRange,
): SignificanceCategory {
  if (category === 'noReliableChange') return 'unchanged';
  const crossed = crossing(pre, post, cutOff);
  if (category === 'reliableImprovement') {
    return crossed === 'intoFunctional' ? 'recovered' : 'improved';
  }
  return crossed === 'intoClinical' ? 'harmed' : 'deteriorated';
}
