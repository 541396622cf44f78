import type { FoundField } from '../contract.ts';
import { mergeAliases, NOTE_ALIASES } from '../fields/aliases.ts';
import { findFields } from '../fields/find-fields.ts';
import type { FieldRules } from '../fields/rules.ts';
import {
  CLASSIC_ALIASES,
  DECOY_HEADING,
  DECOYS,
  NOTE_TITLE,
  PSYCHOTHERAPY,
  WHOLE_NOTE,
} from './selectors.ts';

const RULES: FieldRules = {
  decoys: DECOYS,
  decoyHeading: DECOY_HEADING,
  noteTitle: NOTE_TITLE,
  psychotherapy: PSYCHOTHERAPY,
  aliases: mergeAliases(NOTE_ALIASES, CLASSIC_ALIASES),
  wholeNote: WHOLE_NOTE,
};

/** The text fields of the note form that is on the page, a psychotherapy note's included and marked. */
export function noteFields(doc: Document): FoundField[] {
  return findFields(doc, RULES);
}
