import type { NoteType } from '#shared/contracts/reading.ts';
import type { FoundField } from '../contract.ts';

/** What titles and template names call each sort of note, the most particular first. */
export type NoteTypeNames = readonly (readonly [NoteType, RegExp])[];

/**
 * What sort of note a page calls the one that is open, by the first of its names that tells.
 *
 * @param names template and titles, the most particular first; null where there is none
 */
export function noteTypeOf(
  names: readonly (string | null)[],
  types: NoteTypeNames,
): NoteType | null {
  const stated = names.filter((name) => name !== null);
  for (const name of stated) {
    const found = types.find(([, words]) => words.test(name));
    if (found !== undefined) return found[0];
  }
  return stated.length === 0 ? null : 'other';
}

/**
 * Whether a note speaks the language that the adapter knows: a title in English, or a section whose
 * name is not spelled the same in half of Europe. In a note that does not, a psychotherapy note
 * could not be told from any other. Where every field belongs to one, nothing is written anyway.
 */
export function isUnderstood(
  fields: readonly FoundField[],
  titles: readonly (string | null)[],
  noteTitle: RegExp,
): boolean {
  return (
    titles.some((title) => title !== null && noteTitle.test(title)) ||
    fields.some(({ section }) => section !== null && section !== 'plan') ||
    fields.every(({ psychotherapy }) => psychotherapy)
  );
}
