import { median, rounded, spread } from '../statistics.ts';

/** Several rounds of one figure. */
export interface Spread {
  readonly median: number;
  /** Width of the middle half. */
  readonly spread: number;
  readonly rounds: number;
}

/** Sums rounds up, to so many digits after the point. */
export function spreadOf(values: readonly number[], digits = 2): Spread {
  return {
    median: rounded(median(values), digits),
    spread: rounded(spread(values), digits),
    rounds: values.length,
  };
}
