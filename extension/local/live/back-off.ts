/** The first wait, in milliseconds; each further one is twice as long. */
const FIRST_MS = 1_000;

/** A worker that waits longer is ended by the browser, and begun anew by its alarm every minute. */
const LONGEST_MS = 20_000;

/**
 * How long to wait before the line is tried again, in milliseconds, after so many tries that brought
 * nothing. A part is left to chance, so that a server that comes back is not met by everybody at once.
 */
export function backOff(failures: number, random: number): number {
  const longest = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.max(0, failures - 1));
  return longest * (0.5 + random / 2);
}
