import type { OpenCheckIn } from '#backend/care/client-care.ts';
import type { Instrument } from '#shared/contracts/instrument.ts';
import type { Item } from '#shared/contracts/items.ts';
import { askedItems } from '#shared/scoring/asked.ts';

/** One question as it is put to the client: its place and its words. */
export type Asked = Pick<Item, 'number' | 'text'>;

/** How many questions there are in all, also those that this client is not asked. */
export function questionCount(checkIn: OpenCheckIn): number {
  return (checkIn.kind === 'form' ? checkIn.form : checkIn.instrument).items.length;
}

/**
 * The questions that are put to this client, in the order of the form. One behind a gate belongs to
 * them once an answer has opened the gate; while the gate is blank nobody knows, and it is not asked.
 * An own form has no gates.
 */
export function askedOf(checkIn: OpenCheckIn): readonly Asked[] {
  if (checkIn.kind === 'form') {
    return checkIn.form.items.map(({ text }, index) => ({ number: index + 1, text }));
  }
  const { instrument, answers } = checkIn;
  const given = instrument.items.map(({ number }) => answers.get(number) ?? null);
  const asked = askedItems(instrument, given);
  return instrument.items.filter(({ number }) => asked.get(number) === 'asked');
}

/** The first item that was neither answered nor skipped; null when all were. */
export function firstOpenItem(checkIn: OpenCheckIn): number | null {
  return askedOf(checkIn).find(({ number }) => !checkIn.answers.has(number))?.number ?? null;
}

/** Where a client comes to after an item: the next one that is asked, or the review. */
export function stepAfter(base: string, checkIn: OpenCheckIn, item: number): string {
  const next = askedOf(checkIn).find(({ number }) => number > item);
  return next === undefined ? `${base}/review` : `${base}/q/${next.number}`;
}

/** Where a client comes back to from an item: the one asked before it, or the first screen. */
export function stepBefore(base: string, checkIn: OpenCheckIn, item: number): string {
  const previous = askedBefore(checkIn, item);
  return previous === undefined ? base : `${base}/q/${previous.number}`;
}

function askedBefore(checkIn: OpenCheckIn, item: number): Asked | undefined {
  return askedOf(checkIn).findLast(({ number }) => number < item);
}

/** How many of the items that are asked have no answer. */
export function unansweredCount(checkIn: OpenCheckIn): number {
  const unanswered = ({ number }: Asked) => (checkIn.answers.get(number) ?? null) === null;
  return askedOf(checkIn).filter(unanswered).length;
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
  const previous = askedBefore(checkIn, item);
  return previous !== undefined && positiveItems(checkIn).includes(previous.number);
}

/**
 * Numbers of the items whose saved answer calls for support, in the measure's order. Nothing is known
 * of the questions of an own form, so none of them does.
 */
export function positiveItems(checkIn: OpenCheckIn): number[] {
  if (checkIn.kind === 'form') return [];
  const { instrument, answers } = checkIn;
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
