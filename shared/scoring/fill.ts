import type { Instrument } from '../contracts/instrument.ts';
import type { ItemPoints } from './points.ts';
import { atLeast } from './rounding.ts';

/** What is done about blanks: the method, and how much of the items must be answered. */
export type BlankRule = Pick<Instrument['missing'], 'method' | 'minAnsweredShare'>;

/** A sum of items, and whether blanks among them were filled. */
export interface FilledSum {
  readonly sum: number;
  readonly filled: boolean;
}

/**
 * Adds items up, filling blanks by the instrument's rule: not at all, with the mean of those that
 * were asked and answered, or with 0 where the measure's owner says so. Items that were not asked
 * add 0 and are not blank. Null where the rule gives no sum; there is never one from blanks alone.
 */
export function filledSum(
  points: readonly ItemPoints[],
  { method, minAnsweredShare }: BlankRule,
): FilledSum | null {
  const asked = points.filter((point) => point !== 'notAsked');
  const answered = asked.filter((point) => point !== null);
  const sum = answered.reduce((total, point) => total + point, 0);
  if (answered.length === asked.length) return { sum, filled: false };
  if (answered.length === 0 || method === 'none') return null;
  if (method === 'blankCountsZero') return { sum, filled: true };
  if (!atLeast(answered.length, minAnsweredShare * asked.length)) return null;
  // Multiplied before dividing: exact halves stay exact.
  return { sum: (sum * asked.length) / answered.length, filled: true };
}
