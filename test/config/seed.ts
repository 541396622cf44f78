/** What the random cases of the gate begin with, so that two runs see the same ones. */
const GATE_SEED = 20_261_121;

/**
 * The seed of this run: a number from `THROUGHLINE_SEED`, a new one for `random`, and the gate's own
 * where nothing is said. Throws for anything else.
 */
export function seedOf(wanted: string | undefined): number {
  if (wanted === undefined || wanted === '') return GATE_SEED;
  if (wanted === 'random') return Date.now() % 2 ** 31;
  if (!/^\d{1,9}$/.test(wanted))
    throw new TypeError('THROUGHLINE_SEED is a whole number or "random".');
  return Number(wanted);
}
