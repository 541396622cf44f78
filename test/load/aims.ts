/** One figure beside what was aimed for. */
export interface Aim {
  readonly figure: string;
  readonly value: number;
  readonly aim: string;
  readonly met: boolean;
}

/** A figure that should be at least so large. */
export function atLeast(figure: string, value: number, limit: number): Aim {
  return { figure, value, aim: `at least ${limit}`, met: value >= limit };
}

/** A figure that should be smaller. */
export function below(figure: string, value: number, limit: number): Aim {
  return { figure, value, aim: `below ${limit}`, met: value < limit };
}
