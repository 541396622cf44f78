import type { DatedScore } from '../contracts/measure-line.ts';
import { instrument } from '../instruments/registry.ts';
import { measure } from '../measures/lookup.ts';

/**
 * A measure or form as a clinician writes it, by its id: `PHQ-9`, `PCL-5 B intrusion`. The id when
 * this build does not know it; lines of a brief carry their own name.
 */
export function measureName(id: string): string {
  return measure(id)?.shortTitle ?? instrument(id)?.shortTitle ?? id;
}

/** A score with its maximum: `11/27`; the bare number when the range is not known. */
export function scoreInWords(measureId: string, displayed: number): string {
  const highest = (measure(measureId) ?? instrument(measureId))?.range?.max;
  return highest === undefined ? String(displayed) : `${displayed}/${highest}`;
}

/** What stands where a number would: what a screen found, or `can’t be scored`. */
export function noTotalInWords({ finding }: Pick<DatedScore, 'finding'>): string {
  return finding?.label ?? 'can’t be scored';
}

/** A severity band in a sentence: `moderate range`; `below the cut-off`, `clinical range` as they stand. */
export function bandInWords(label: string): string {
  return /(?:cut-off|\brange)$/i.test(label) ? label : `${label} range`;
}

/** Item numbers in a sentence: `item 9`, `items 1, 2 and 3`. */
export function itemsInWords(numbers: readonly number[]): string {
  if (numbers.length === 1) return `item ${numbers[0]}`;
  return `items ${listInWords(numbers.map(String))}`;
}

/** `a`, `a and b`, `a, b and c`. */
export function listInWords(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}
