/**
 * Spanish of the United States and Mexico writes a decimal point, and the EHRs that notes are written
 * in are theirs; a number in the text stays the number on the card.
 */
const SHOWN = new Intl.NumberFormat('es-US', { maximumFractionDigits: 2, useGrouping: false });
const LIST = new Intl.ListFormat('es', { type: 'conjunction' });

/** At most two decimals. */
export function numberInSpanish(value: number): string {
  return SHOWN.format(value);
}

/** `a`, `a y b`, `a, b y c`; `e` before a word that begins with the sound of i. */
export function listInSpanish(parts: readonly string[]): string {
  return LIST.format(parts);
}

/** `1 punto`, `7 puntos`. */
export function pointsInSpanish(size: number): string {
  const number = numberInSpanish(size);
  return `${number} ${number === '1' ? 'punto' : 'puntos'}`;
}

/** The noun that goes with a count. */
export function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
