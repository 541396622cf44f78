import type { Signal } from '@preact/signals';
import type { InsertionId } from '#shared/contracts/ids.ts';
import type { UndoOutcome } from '#shared/contracts/insertion.ts';
import type { PagePort } from '../connection/page-port.ts';
import type { Insertion } from './insertion.ts';
import type { Register } from './register.ts';

/** The page did not say what became of it, so nothing may be claimed. */
const NOT_CONFIRMED: UndoOutcome = { status: 'notRestored', reason: 'pageUnreachable' };

/** Takes an insertion back. */
export interface Undoer {
  readonly undo: () => void;
  readonly onUndone: (id: InsertionId, outcome: UndoOutcome) => void;
}

/** What undoing needs. */
export interface UndoDependencies {
  readonly insertion: Signal<Insertion>;
  readonly register: Register;
  readonly send: PagePort['send'];
  /** Calls once after the page had its time to answer. */
  readonly afterTimeout: (run: () => void) => void;
}

/** Asks the page to restore what was there, and believes only its answer. */
export function createUndoer({
  insertion,
  register,
  send,
  afterTimeout,
}: UndoDependencies): Undoer {
  function onUndone(id: InsertionId, outcome: UndoOutcome): void {
    const state = insertion.peek();
    if (state.phase !== 'done' || state.record.insertionId !== id) return;
    if (state.undo.phase !== 'asked') return;
    insertion.value = { ...state, undo: { phase: 'done', outcome, recording: 'saving' } };
    void register.recordUndo({ insertionId: id, outcome });
  }

  function undo(): void {
    const state = insertion.peek();
    if (state.phase !== 'done' || state.undo.phase !== 'notAsked') return;
    const { insertionId } = state.record;
    insertion.value = { ...state, undo: { phase: 'asked' } };
    if (send({ type: 'undo', insertionId }))
      afterTimeout(() => onUndone(insertionId, NOT_CONFIRMED));
    else onUndone(insertionId, NOT_CONFIRMED);
  }

  return { undo, onUndone };
}
