import type { NoteField, NoteSection, PageReading } from '#shared/contracts/reading.ts';
import type { ClinicalUpdate } from '#shared/contracts/update.ts';

/** One field and the text that would go into it. */
export interface TargetPart {
  readonly field: NoteField;
  readonly text: string;
  /** The earlier text of ours that this one takes the place of; absent where it is appended. */
  readonly replaces?: string;
}

/** Sections in the order in which a whole text fits best, where a note has no single field. */
const PREFERRED: readonly NoteSection[] = ['whole', 'subjective', 'data', 'behavior', 'objective'];

/** Fields that text may go into: never a psychotherapy note, never an editor that is not known. */
export function writableFields({ fields }: PageReading): NoteField[] {
  return fields.filter(({ psychotherapy, editor }) => !psychotherapy && editor !== 'unsupported');
}

/**
 * The field that a whole text goes to unless the clinician chooses another; null where no field's
 * meaning is known, or it has no label to be named by: then a person chooses, and nothing guesses.
 */
export function usualField(fields: readonly NoteField[]): NoteField | null {
  for (const section of PREFERRED) {
    const field = fields.find(({ section: own, label }) => own === section && label !== '');
    if (field !== undefined) return field;
  }
  return null;
}

/**
 * The parts of an Update by field, in document order. The sections of an Update with several go
 * to the fields of the same meaning, but only when the note has one for each of them; otherwise the
 * whole text goes into one field, because half of a text in the right place misleads.
 */
export function targetParts(
  update: ClinicalUpdate,
  fields: readonly NoteField[],
  chosen: NoteField | null,
): TargetPart[] {
  const bySection = update.shape === 'narrative' ? null : matchingFields(update, fields);
  if (bySection !== null) return bySection;
  return chosen === null ? [] : [{ field: chosen, text: update.text }];
}

/** True when the sections of the Update have a field each, so that no field need be chosen. */
export function splitsByField(update: ClinicalUpdate, fields: readonly NoteField[]): boolean {
  return update.shape !== 'narrative' && matchingFields(update, fields) !== null;
}

function matchingFields(
  { sections }: ClinicalUpdate,
  fields: readonly NoteField[],
): TargetPart[] | null {
  const parts = sections.flatMap(({ section, text }) => {
    const fitting = fields.filter((field) => field.section === section);
    const [field] = fitting;
    // Two fields of the same meaning: which one is meant is not guessed.
    return field === undefined || fitting.length > 1 ? [] : [{ field, text }];
  });
  if (parts.length !== sections.length) return null;
  return parts.toSorted((one, other) => fields.indexOf(one.field) - fields.indexOf(other.field));
}
