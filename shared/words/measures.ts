import type { DatedScore } from '../contracts/brief.ts';
import { instrument } from '../instruments/registry.ts';
import { measure } from '../measures/lookup.ts';

/**
 * A measure, or the form that it comes from, as a clinician writes it: `PHQ-9`, `DASS-21
 * Depression`; the id when this build does not know it.
 */
export function measureName(id: string): string {
  return measure(id)?.shortTitle ?? instrument(id)?.shortTitle ?? id;
}

/** A score with its maximum: `11/27`; the bare number when the range is not known. */
export function scoreInWords(id: string, displayed: number): string {
  const range = measure(id)?.range;
  return range === undefined || range === null ? String(displayed) : `${displayed}/${range.max}`;
}

/** What stands where a number would: `high risk`, `no total`; `can’t be scored` for a failed form. */
export function noTotalInWords({ insteadOfTotal }: Pick<DatedScore, 'insteadOfTotal'>): string {
  if (insteadOfTotal === null) return 'can’t be scored';
  return insteadOfTotal.kind === 'finding' ? insteadOfTotal.label : 'no total';
}

/** A severity band in a sentence: `moderate range`, or `below the cut-off` as it stands. */
export function bandInWords(label: string): string {
  return label.endsWith('cut-off') ? label : `${label} range`;
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
