import type { Signal } from '@preact/signals';
import type { InsertionId } from '#shared/contracts/ids.ts';
import type { UndoOutcome } from '#shared/contracts/insertion.ts';
import type { PagePort } from '../connection/page-port.ts';
import { canUndo, type Insertion, type Undo } from './insertion.ts';
import type { Register } from './register.ts';

/** The page did not say what became of it, so nothing may be claimed. */
const NOT_CONFIRMED: UndoOutcome = { status: 'unconfirmed', reason: 'pageUnreachable' };

/** Takes an insertion back. */
export interface Undoer {
  readonly undo: () => Promise<void>;
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
  /** Asked for, and the page has not spoken: also of a page left since. */
  const unanswered = new Set<InsertionId>();

  function show(id: InsertionId, undone: Undo): void {
    const state = insertion.peek();
    if (state.phase !== 'done' || state.record.insertionId !== id) return;
    insertion.value = { ...state, undo: undone };
  }

  /** The page's own word, however late: for the receipt if it is still there, and the register. */
  function onUndone(id: InsertionId, outcome: UndoOutcome): void {
    if (!unanswered.delete(id)) return;
    show(id, { phase: 'done', outcome, recording: 'saving' });
    void register.recordUndo(id, outcome);
  }

  function doubt(id: InsertionId): void {
    if (!unanswered.has(id)) return;
    show(id, { phase: 'done', outcome: NOT_CONFIRMED, recording: 'saving' });
  }

  async function undo(): Promise<void> {
    const state = insertion.peek();
    if (state.phase !== 'done' || !canUndo(state.undo)) return;
    const { insertionId } = state.record;
    show(insertionId, { phase: 'asked' });
    // What can't be recorded is not done.
    const because = await register.holdUndo(state.record);
    if (because !== null) return show(insertionId, { phase: 'heldBack', because });
    unanswered.add(insertionId);
    if (send({ type: 'undo', insertionId })) afterTimeout(() => doubt(insertionId));
    else onUndone(insertionId, NOT_CONFIRMED);
  }

  return { undo, onUndone };
}
