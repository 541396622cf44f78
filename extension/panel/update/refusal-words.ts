import type { InsertOutcome, InsertRefusal, UndoOutcome } from '#shared/contracts/insertion.ts';
import type { NotHeld } from './insertion.ts';

/** Why nothing was written, as the clinician reads it after "Not inserted." */
export const INSERT_REFUSAL_WORDS: Readonly<Record<InsertRefusal, string>> = {
  signedOut: 'The EHR had signed you out.',
  locked: 'The note is locked.',
  signed: 'The note is signed.',
  psychotherapyNote: 'The field belongs to a psychotherapy note, a separate record.',
  wrongClient: 'The page is no longer about this client.',
  ambiguousClient: 'The page no longer says surely who it is about.',
  pageChanged: 'The page changed after you read the preview.',
  fieldNotFound: 'The field is no longer on the page.',
  fieldChanged: 'The field’s label changed after you read the preview.',
  editorRejected: 'The editor did not take the text. What was there before still is.',
  unsupportedVersion: 'This version of the editor is not one that Throughline can check.',
  noteChangedSince: 'The note changed while you were reading.',
  blockChanged:
    'The earlier text is no longer in the field as it was inserted, or it is there twice.',
  switchedOff: 'Your practice has switched writing into this EHR off for now.',
  nothingToUndo: 'There was nothing to undo.',
  pageUnreachable: 'The page stopped answering.',
};

/** What is said where the text still is. */
export const ON_COPY = 'The text is on Copy.';

/** What the read-back found, in words. */
export function outcomeInWords(outcome: InsertOutcome): string {
  if (outcome.status === 'exact') return 'Inserted exactly';
  if (outcome.status === 'notInserted') {
    return `Not inserted. ${INSERT_REFUSAL_WORDS[outcome.reason]} ${ON_COPY}`;
  }
  if (outcome.status === 'unconfirmed') {
    return `It could not be confirmed whether the text is in the note. ${INSERT_REFUSAL_WORDS[outcome.reason]} Look at the note before you try again.`;
  }
  return outcome.detail === 'altered'
    ? 'Inserted, but the editor changed the text or what stood around it. Read the note'
    : 'Inserted in part: not all fields took their text. Read the note';
}

/** What is said when an undo was not even asked for. */
export const UNDO_HELD_BACK_WORDS: Readonly<Record<NotHeld, string>> = {
  notKept:
    'Not undone: it could not be noted down for your practice’s register of insertions. Try again, or take the text out by hand.',
  switchedOff:
    'Not undone: your practice has switched writing into this EHR off for now, or could not be asked. Take the text out by hand.',
};

/** What became of an undo, in words. */
export function undoInWords(outcome: UndoOutcome): string {
  if (outcome.status === 'unconfirmed') {
    return `It could not be confirmed whether this was undone. ${INSERT_REFUSAL_WORDS[outcome.reason]} Look at the note.`;
  }
  if (outcome.status === 'restored') {
    return outcome.beside === true
      ? 'Undone. What was written behind it since was left as it is.'
      : 'Undone. The note reads exactly as before.';
  }
  if (outcome.inPart === true) {
    return `Undone in part: not in every field. ${INSERT_REFUSAL_WORDS[outcome.reason]} Read the note.`;
  }
  return `Not undone. ${INSERT_REFUSAL_WORDS[outcome.reason]} The note was left as it is.`;
}
