import type { Instrument } from '../contracts/instrument.ts';
import type { Answers } from '../contracts/response.ts';
import { atLeast } from './rounding.ts';

/** Unrounded total with its parts, or null when too little was answered. */
export interface Totals {
  readonly total: number;
  readonly subscales: { id: string; total: number }[];
}

/**
 * Adds answers up after reversing the reverse-scored items, filling blanks by the instrument's
 * own rule. Null where that rule gives no total.
 */
export function totals(instrument: Instrument, answers: Answers): Totals | null {
  const points = scoredPoints(instrument, answers);
  const { method, minAnsweredShare } = instrument.missing;
  const subscales = instrument.subscales.map(({ id, items }) => ({
    id,
    total: prorated(
      items.map((item) => points[item - 1] ?? null),
      minAnsweredShare,
    ),
  }));
  const judged = subscales.flatMap(({ id, total }) => (total === null ? [] : [{ id, total }]));
  if (method === 'prorate') {
    const total = prorated(points, 0);
    return total === null ? null : { total, subscales: judged };
  }
  if (judged.length < subscales.length) return null;
  return { total: judged.reduce((sum, part) => sum + part.total, 0), subscales: judged };
}

/** Points per item: reversed as (highest + lowest option value - answer) where the key says so. */
function scoredPoints({ options, reverseItems }: Instrument, answers: Answers): Answers {
  const values = options.map((option) => option.value);
  const mirror = Math.max(...values) + Math.min(...values);
  const reversed = new Set(reverseItems);
  return answers.map((answer, index) =>
    answer !== null && reversed.has(index + 1) ? mirror - answer : answer,
  );
}

/** Mean of the answered items times the item count, if at least `minShare` of them is answered. */
function prorated(points: Answers, minShare: number): number | null {
  const answered = points.filter((point) => point !== null);
  if (answered.length === 0 || !atLeast(answered.length, minShare * points.length)) return null;
  const sum = answered.reduce((total, point) => total + point, 0);
  // Multiplied before dividing: exact halves stay exact.
  return (sum * points.length) / answered.length;
}
