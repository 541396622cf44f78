import * as z from 'zod/mini';

/** What may be done how often: so much at once, and one more each time that a span has passed. */
export interface Rate {
  readonly atOnce: number;
  /** Milliseconds. */
  readonly oneMoreEveryMs: number;
}

/** What is left of a rate, as of a moment. */
export const Allowance = z.object({
  /** From 0 to the rate's `atOnce`; whole ones can be spent. */
  left: z.number().check(z.minimum(0)),
  /** Milliseconds since the epoch. */
  at: z.number(),
});
export type Allowance = z.infer<typeof Allowance>;

/** What is left after one more, or null where nothing is left to spend. */
export function spend(
  allowance: Allowance | null,
  { atOnce, oneMoreEveryMs }: Rate,
  now: number,
): Allowance | null {
  const { left, at } = allowance ?? { left: atOnce, at: now };
  // A clock that was set back gives nothing, and takes nothing.
  const grown = Math.min(atOnce, left + Math.max(0, now - at) / oneMoreEveryMs);
  return grown < 1 ? null : { left: grown - 1, at: now };
}
