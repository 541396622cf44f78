/** Sums of prorated parts such as 10/3 + 7/6 may fall a hair short of the number they mean. */
const FLOAT_SLACK = 1e-9;

/** Rounds half up, as scores are displayed: 15.5 becomes 16. */
export function roundHalfUp(value: number): number {
  return Math.floor(value + 0.5 + FLOAT_SLACK);
}

/** Whether `value` reaches `threshold` ("at least"), forgiving floating-point noise only. */
export function atLeast(value: number, threshold: number): boolean {
  return value >= threshold - FLOAT_SLACK;
}
