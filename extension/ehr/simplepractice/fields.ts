import type { FoundField } from '../contract.ts';
import { NOTE_ALIASES } from '../fields/aliases.ts';
import { findFields } from '../fields/find-fields.ts';
import type { FieldRules } from '../fields/rules.ts';
import { DECOY_HEADING, DECOYS, NOTE_TITLE, PSYCHOTHERAPY, WHOLE_NOTE } from './selectors.ts';

const RULES: FieldRules = {
  decoys: DECOYS,
  decoyHeading: DECOY_HEADING,
  noteTitle: NOTE_TITLE,
  psychotherapy: PSYCHOTHERAPY,
  aliases: NOTE_ALIASES,
  wholeNote: WHOLE_NOTE,
};

/** The fields of the notes on an appointment page, the psychotherapy note's included and marked. */
export function noteFields(doc: Document): FoundField[] {
  return findFields(doc, RULES);
}
