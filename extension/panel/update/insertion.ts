import type { Instant } from '#shared/contracts/calendar.ts';
import type { UndoOutcome } from '#shared/contracts/insertion.ts';
import type { RecordInsertionInput } from '#shared/contracts/procedures.ts';

/** How far the practice's register knows of it. */
export type Recording = 'saving' | 'saved' | 'failed';

/** An undo of an insertion. */
export type Undo =
  | { readonly phase: 'notAsked' }
  | { readonly phase: 'asked' }
  | { readonly phase: 'done'; readonly outcome: UndoOutcome; readonly recording: Recording };

/** One insertion, from the press to the receipt. It never goes back to an earlier phase. */
export type Insertion =
  | { readonly phase: 'none' }
  /** The server is asked once more who this is. */
  | { readonly phase: 'verifying' }
  /** Nothing was sent to the page. */
  | { readonly phase: 'heldBack'; readonly because: HeldBack }
  | { readonly phase: 'writing'; readonly attempt: Attempt }
  | {
      readonly phase: 'done';
      readonly record: RecordInsertionInput;
      readonly at: Instant;
      readonly recording: Recording;
      readonly undo: Undo;
    };

/** What is being tried: all of the record but the outcome. */
export type Attempt = Omit<RecordInsertionInput, 'outcome'>;

/** Why a press on Insert led to nothing. */
export type HeldBack = 'notVerified' | 'clientChanged' | 'pageLost';

export const HELD_BACK_WORDS: Readonly<Record<HeldBack, string>> = {
  notVerified: 'Not inserted. The server could not confirm who this is. The text is on Copy.',
  clientChanged:
    'Not inserted. The page changed while this was being checked. Read the preview again.',
  pageLost: 'Not inserted. There is no contact with the page. The text is on Copy.',
};

/** True when the register could not be told of the insertion or of its undo. */
export function isUnrecorded({ recording, undo }: Extract<Insertion, { phase: 'done' }>): boolean {
  return recording === 'failed' || (undo.phase === 'done' && undo.recording === 'failed');
}

/** True while a text of ours stands in the note: the receipt then takes the button's place. */
export function isInserted(insertion: Insertion): boolean {
  if (insertion.phase !== 'done') return false;
  const { record, undo } = insertion;
  const restored = undo.phase === 'done' && undo.outcome.status === 'restored';
  return record.outcome.status !== 'notInserted' && !restored;
}
