import type { Instrument } from '../contracts/instrument.ts';
import { type FilledSum, filledSum } from './fill.ts';
import type { Part } from './parts.ts';
import type { ItemPoints } from './points.ts';
import { within } from './range.ts';

/** The unrounded total of a measure, and whether blanks in it were filled. */
export interface Total {
  readonly total: number;
  readonly prorated: boolean;
}

/**
 * The total of a measure that has one: the sum of its items or their mean. Null when too little was
 * answered. Where blanks are filled within each subscale, all of these must have a sum, and they
 * add up to the total.
 */
export function totalOf(
  { scoring, missing, range }: Instrument,
  points: ReadonlyMap<number, ItemPoints>,
  parts: readonly Part[],
): Total | null {
  const scored = [...points.values()];
  if (scored.filter((point) => point === null).length > missing.maxMissing) return null;
  const filled =
    missing.method === 'proratePerSubscale'
      ? sumOfParts(parts)
      : filledSum(scored, { method: missing.method, minAnsweredShare: 0 });
  if (filled === null) return null;
  const total = scoring.method === 'mean' ? filled.sum / scored.length : filled.sum;
  const prorated = filled.filled;
  return { total: prorated && range !== null ? within(range, total) : total, prorated };
}

function sumOfParts(parts: readonly Part[]): FilledSum | null {
  let sum = 0;
  let filled = false;
  for (const part of parts) {
    if (part.filled === null) return null;
    sum += part.filled.sum;
    filled ||= part.filled.filled;
  }
  return { sum, filled };
}
