import type { Candidate } from '#shared/contracts/procedures.ts';
import type { Subject } from '#shared/contracts/reading.ts';
import { listInWords } from '#shared/words/measures.ts';

/**
 * Whether a candidate may be chosen. `confirmName`: the birth date agrees and the name does not;
 * a person can say that it is the same person (another name, a married name). A birth date that
 * differs is never overridden.
 */
export type Linkable = 'yes' | 'confirmName' | 'no';

/** Decides from what the server compared. */
export function linkable({ nameAgrees, birthDateAgrees }: Candidate): Linkable {
  if (!birthDateAgrees) return 'no';
  return nameAgrees ? 'yes' : 'confirmName';
}

/** What the page lacks for a link to be made on it, in words; null when nothing. */
export function missingForLink({ recordId, name, birthDate }: Subject): string | null {
  const missing = [
    ...(recordId === null ? ['record number'] : []),
    ...(name === null ? ['name'] : []),
    ...(birthDate === null ? ['birth date'] : []),
  ];
  return missing.length === 0
    ? null
    : `To link, open the client’s chart: the ${listInWords(missing)} can’t be read on this page.`;
}
