import { median, rounded, spread } from '../statistics.ts';

/** Samples of one thing, in milliseconds. */
export interface Samples {
  readonly medianMs: number;
  /** Width of the middle half. */
  readonly spreadMs: number;
  readonly allMs: readonly number[];
}

/** Sums samples up. */
export function samples(values: readonly number[]): Samples {
  return {
    medianMs: rounded(median(values), 1),
    spreadMs: rounded(spread(values), 1),
    allMs: values.map((value) => rounded(value, 1)),
  };
}

/** Takes samples of two things in turn, after one of each that doesn't count. */
export async function inTurn(
  count: number,
  one: () => Promise<number>,
  other: () => Promise<number>,
): Promise<readonly [number[], number[]]> {
  const [ones, others]: [number[], number[]] = [[], []];
  await one();
  await other();
  for (let round = 0; round < count; round += 1) {
    ones.push(await one());
    others.push(await other());
  }
  return [ones, others];
}
