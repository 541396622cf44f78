import type { OpenCheckIn } from '#backend/care/client-care.ts';
import type { Instrument, Item } from '#shared/contracts/instrument.ts';

/** The first item that was neither answered nor skipped; null when all were. */
export function firstOpenItem({ instrument, answers }: OpenCheckIn): number | null {
  return instrument.items.find(({ number }) => !answers.has(number))?.number ?? null;
}

/** Where a client comes to after an item: the next one, or the review. */
export function stepAfter(base: string, instrument: Instrument, item: number): string {
  return item < instrument.items.length ? `${base}/q/${item + 1}` : `${base}/review`;
}

/** Items with an answer; a skipped one has none. */
export function answeredCount({ answers }: OpenCheckIn): number {
  return [...answers.values()].filter((value) => value !== null).length;
}

/**
 * True when a suicidality item has an answer at or above its threshold (`Instrument.safetyItems`,
 * with source).
 */
export function callsForSupport(checkIn: OpenCheckIn): boolean {
  return positiveItems(checkIn).length > 0;
}

/**
 * True on the very next question after an answer that calls for support. On later questions the
 * fold at the foot is enough: a block that stays is no longer read.
 */
export function supportIsDue(checkIn: OpenCheckIn, item: number): boolean {
  return positiveItems(checkIn).includes(item - 1);
}

/** Numbers of the items whose saved answer calls for support, in the measure's order. */
export function positiveItems({ instrument, answers }: OpenCheckIn): number[] {
  return instrument.safetyItems
    .filter(
      ({ kind, item, positiveFrom }) =>
        kind === 'suicidality' && (answers.get(item) ?? Number.NEGATIVE_INFINITY) >= positiveFrom,
    )
    .map(({ item }) => item);
}

/**
 * Whether this choice calls for support: the item asks about suicidality, and the choice has at
 * least the points of its threshold.
 */
export function isPositiveChoice(
  { safetyItems }: Instrument,
  { number }: Item,
  value: number,
): boolean {
  return safetyItems.some(
    ({ kind, item, positiveFrom }) =>
      kind === 'suicidality' && item === number && value >= positiveFrom,
  );
}
