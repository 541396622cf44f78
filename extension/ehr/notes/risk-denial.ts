import type { RiskDenial } from '#shared/contracts/reading.ts';
import type { FoundField } from '../contract.ts';
import { textOf } from '../fields/text-of.ts';
import { deniesRisk } from './risk-words.ts';

/**
 * Whether somebody has written into a note that the client denies risk. Only that it is so leaves the
 * page, never the words. A psychotherapy note is a separate record and is not read.
 */
export function noteTextDenial(fields: readonly FoundField[]): RiskDenial | null {
  const isDenied = fields.some(
    ({ element, psychotherapy, empty }) => !psychotherapy && !empty && deniesRisk(textOf(element)),
  );
  return isDenied ? 'noteText' : null;
}
