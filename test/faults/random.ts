/** Numbers that look random and are the same for the same seed. */
export interface Random {
  /** From 0 to less than 1. */
  readonly fraction: () => number;
  /** A whole number below `limit`. */
  readonly below: (limit: number) => number;
  /** True as often as `share` says, from 0 to 1. */
  readonly chance: (share: number) => boolean;
  /** One of several; throws when there is none. */
  readonly pick: <Value>(values: readonly Value[]) => Value;
}

/** Begins a series (mulberry32). */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const fraction = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(fraction() * limit);
  return {
    fraction,
    below,
    chance: (share) => fraction() < share,
    pick(values) {
      const [first] = values;
      if (first === undefined) throw new RangeError('nothing to pick from');
      return values[below(values.length)] ?? first;
    },
  };
}
