import type { Signal } from '@preact/signals';
import { instantOf } from '#shared/contracts/calendar.ts';
import type { InsertionId } from '#shared/contracts/ids.ts';
import type { InsertOutcome } from '#shared/contracts/insertion.ts';
import {
  type Attempt,
  type Insertion,
  insertionIdOf,
  isAwaited,
  isUnconfirmed,
} from './insertion.ts';
import type { Register } from './register.ts';

/** The plan went to the page and the page did not say what became of it: nothing may be claimed. */
const UNCONFIRMED: InsertOutcome = { status: 'unconfirmed', reason: 'pageUnreachable' };

/** What the page says of the plans that were sent to it. */
export interface PageAnswers {
  /** A plan was sent. */
  readonly await: (attempt: Attempt) => void;
  /** The page had its time, or is gone: until it speaks, nobody knows. */
  readonly doubt: (id: InsertionId) => void;
  readonly onInserted: (id: InsertionId, outcome: InsertOutcome) => void;
  /** The receipt goes off the screen; what is under way may have been written or not. */
  readonly putAway: () => void;
  /** The same, and what the page had begun it can't go on with. */
  readonly onPageChanged: () => void;
}

/** What the answers are taken in with. */
export interface PageAnswerDependencies {
  readonly insertion: Signal<Insertion>;
  readonly register: Pick<Register, 'record'>;
  readonly now: () => Date;
}

/**
 * Takes in what the page says, however late, for the receipt and for the register. What the page
 * never says, the worker records as unconfirmed by itself, be the panel there or not.
 */
export function createPageAnswers({
  insertion,
  register,
  now,
}: PageAnswerDependencies): PageAnswers {
  /** Sent to the page, which has not spoken: also of a page or a client left since. */
  const unanswered = new Map<InsertionId, Attempt>();

  /** A later insertion's receipt is not overwritten by an earlier one's. */
  function show(attempt: Attempt, outcome: InsertOutcome, awaited: boolean): void {
    if (insertionIdOf(insertion.peek()) !== attempt.insertionId) return;
    const record = { ...attempt, outcome };
    const undo = { phase: 'notAsked' } as const;
    const at = instantOf(now());
    insertion.value = { phase: 'done', record, at, recording: 'saving', undo, isAwaited: awaited };
  }

  function doubt(id: InsertionId): void {
    const attempt = unanswered.get(id);
    if (attempt !== undefined) show(attempt, UNCONFIRMED, true);
  }

  function putAway(): void {
    const state = insertion.peek();
    if (state.phase === 'writing') doubt(state.attempt.insertionId);
    // A doubt stays until it is resolved: the same text must not go in twice.
    else if (!isUnconfirmed(state)) insertion.value = { phase: 'none' };
  }

  return {
    await: (attempt) => void unanswered.set(attempt.insertionId, attempt),
    doubt,
    putAway,
    onPageChanged() {
      putAway();
      const state = insertion.peek();
      if (isAwaited(state)) insertion.value = { ...state, isAwaited: false };
    },
    onInserted(id, outcome) {
      const attempt = unanswered.get(id);
      if (attempt === undefined) return;
      unanswered.delete(id);
      show(attempt, outcome, false);
      void register.record(id, outcome);
    },
  };
}
