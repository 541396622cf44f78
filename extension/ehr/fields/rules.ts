import type { SectionAliases } from './sections.ts';

/** What an EHR's pages teach about telling note fields from other text boxes. */
export interface FieldRules {
  /** Selector of areas that look like a note and are none. */
  readonly decoys: string;
  /** Headings of form groups whose boxes are not note text, such as "Risk Assessment". */
  readonly decoyHeading: RegExp;
  /** Titles of notes: the nearest one before a field says which note it belongs to. */
  readonly noteTitle: RegExp;
  /** A title, label or other text that marks a psychotherapy note, which is a separate record. */
  readonly psychotherapy: RegExp;
  readonly aliases: SectionAliases;
  /** Labels under which the only field of a note takes the whole note. */
  readonly wholeNote: RegExp;
}
