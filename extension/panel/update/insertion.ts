import type { Instant } from '#shared/contracts/calendar.ts';
import type { ClientId, InsertionId } from '#shared/contracts/ids.ts';
import type { UndoOutcome } from '#shared/contracts/insertion.ts';
import type { RecordInsertionInput } from '#shared/contracts/procedures.ts';
import type { HeldInsertion } from '../../messages/worker.ts';

/** How far the practice's register knows of it. */
export type Recording = 'saving' | 'saved' | 'failed' | 'refused';

/** An undo of an insertion. */
export type Undo =
  | { readonly phase: 'notAsked' }
  /** Nothing was sent to the page. */
  | { readonly phase: 'heldBack'; readonly because: NotHeld }
  | { readonly phase: 'asked' }
  | { readonly phase: 'done'; readonly outcome: UndoOutcome; readonly recording: Recording };

/**
 * One insertion, from the press to the receipt. It never goes back to an earlier phase, but the
 * page's late word may replace an unconfirmed outcome.
 */
export type Insertion =
  | { readonly phase: 'none' }
  /** The server is asked once more who this is. */
  | { readonly phase: 'verifying' }
  /** Nothing was sent to the page. */
  | { readonly phase: 'heldBack'; readonly because: HeldBack }
  | { readonly phase: 'writing'; readonly attempt: Attempt }
  | Done;

/** The page answered, or had its time to. */
export interface Done {
  readonly phase: 'done';
  readonly record: RecordInsertionInput;
  readonly at: Instant;
  readonly recording: Recording;
  readonly undo: Undo;
  /** The page has not answered and was not left: it may still be writing. */
  readonly isAwaited?: boolean;
}

/** What is being tried: all of the record but the outcome. */
export type Attempt = HeldInsertion;

/** Why a press on Insert led to nothing. */
export type HeldBack =
  | 'notVerified'
  | 'clientChanged'
  | 'textChanged'
  | 'pageLost'
  | 'inNote'
  | NotHeld;

/** Why the worker did not take it: it could not be kept, or nothing may be written now. */
export type NotHeld = 'notKept' | 'switchedOff';

export const HELD_BACK_WORDS: Readonly<Record<HeldBack, string>> = {
  notVerified: 'Not inserted. The server could not confirm who this is. The text is on Copy.',
  clientChanged:
    'Not inserted. The page changed while this was being checked. Read the preview again.',
  textChanged:
    'Not inserted. What came in meanwhile has changed this text. Read the preview again.',
  pageLost: 'Not inserted. There is no contact with the page. The text is on Copy.',
  inNote:
    'Not inserted. A text of Throughline stands in this note already. Read it; the new text is on Copy.',
  switchedOff:
    'Not inserted. Your practice has switched writing into this EHR off for now, or could not be asked. The text is on Copy.',
  notKept:
    'Not inserted. It could not be noted down for your practice’s register of insertions. Try again; the text is on Copy.',
};

/** True while the undo of an insertion may be asked for. */
export function canUndo({ phase }: Undo): boolean {
  return phase === 'notAsked' || phase === 'heldBack';
}

/** True when the register could not be told of the insertion or of its undo. */
export function isUnrecorded({ recording, undo }: Done): boolean {
  return recording === 'failed' || (undo.phase === 'done' && undo.recording === 'failed');
}

/** True where the page never said whether the text is in the note. */
export function isUnconfirmed(insertion: Insertion): insertion is Done {
  return insertion.phase === 'done' && insertion.record.outcome.status === 'unconfirmed';
}

/** True while the page may still write a text that nobody has an answer about. */
export function isAwaited(insertion: Insertion): insertion is Done {
  return insertion.phase === 'done' && insertion.isAwaited === true;
}

/** Which insertion it is; null before anything was sent to the page. */
export function insertionIdOf(insertion: Insertion): InsertionId | null {
  if (insertion.phase === 'writing') return insertion.attempt.insertionId;
  return insertion.phase === 'done' ? insertion.record.insertionId : null;
}

/** The insertion as far as it concerns a client: nothing of one for somebody else. */
export function insertionFor(insertion: Insertion, clientId: ClientId): Insertion {
  const other = insertion.phase === 'done' && insertion.record.clientId !== clientId;
  return other ? { phase: 'none' } : insertion;
}

/** True while a text of ours surely stands in the note: the receipt takes the button's place. */
export function isInserted(insertion: Insertion): insertion is Done {
  if (insertion.phase !== 'done') return false;
  const { record, undo } = insertion;
  const restored = undo.phase === 'done' && undo.outcome.status === 'restored';
  const { status } = record.outcome;
  return (status === 'exact' || status === 'changed') && !restored;
}
