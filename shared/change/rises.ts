import { atLeast } from '../scoring/rounding.ts';
import { type Direction, pointsWorse } from './direction.ts';

/**
 * Whether four scores, oldest first, worsened three times in a row by at least half the
 * reliable-change value in all. A tie breaks the run. Without the size condition noise alone
 * gives such a run in 1 of 24 cases (our rule).
 */
export function risesThreeTimes(
  run: readonly [number, number, number, number],
  threshold: number,
  direction: Direction,
): boolean {
  const [first, second, third, last] = run;
  return (
    pointsWorse(first, second, direction) > 0 &&
    pointsWorse(second, third, direction) > 0 &&
    pointsWorse(third, last, direction) > 0 &&
    atLeast(pointsWorse(first, last, direction), threshold / 2)
  );
}
