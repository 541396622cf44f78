import type { Signal } from '@preact/signals';
import { instantOf } from '#shared/contracts/calendar.ts';
import type { InsertionId } from '#shared/contracts/ids.ts';
import type { InsertOutcome } from '#shared/contracts/insertion.ts';
import type { RecordInsertionInput } from '#shared/contracts/procedures.ts';
import { type Attempt, type Insertion, insertionIdOf, isUnconfirmed } from './insertion.ts';
import type { Register } from './register.ts';

/**
 * Milliseconds after which the register is told that nobody knows. An entry of the register can't
 * be changed, so until then it waits for the page's own word, however late.
 */
const REGISTER_WAITS_MS = 60_000;

/** The plan went to the page and the page did not say what became of it: nothing may be claimed. */
const UNCONFIRMED: InsertOutcome = { status: 'unconfirmed', reason: 'pageUnreachable' };

/** What the page says of the plans that were sent to it. */
export interface PageAnswers {
  /** A plan was sent. */
  readonly await: (attempt: Attempt) => void;
  /** The page had its time, or is gone: until it speaks, nobody knows. */
  readonly doubt: (id: InsertionId) => void;
  readonly onInserted: (id: InsertionId, outcome: InsertOutcome) => void;
}

/** What the answers are taken in with. */
export interface PageAnswerDependencies {
  readonly insertion: Signal<Insertion>;
  readonly register: Pick<Register, 'record'>;
  readonly now: () => Date;
  readonly setTimeout: (run: () => void, ms: number) => unknown;
}

/** Takes in what the page says, however late, for the receipt and for the register. */
export function createPageAnswers({
  insertion,
  register,
  now,
  setTimeout,
}: PageAnswerDependencies): PageAnswers {
  /** Sent to the page and not in the register: also of a page or a client left since. */
  const unanswered = new Map<InsertionId, Attempt>();

  /** Says on the screen that nothing is known yet. */
  function doubt(id: InsertionId): void {
    const attempt = unanswered.get(id);
    if (attempt !== undefined) show({ ...attempt, outcome: UNCONFIRMED });
  }

  function giveUp(id: InsertionId): void {
    if (unanswered.has(id)) onInserted(id, UNCONFIRMED);
  }

  function onInserted(id: InsertionId, outcome: InsertOutcome): void {
    const attempt = unanswered.get(id);
    if (attempt === undefined) return correct(id, outcome);
    unanswered.delete(id);
    const record = { ...attempt, outcome };
    show(record);
    void register.record(record);
  }

  /** A later insertion's receipt is not overwritten by an earlier one's. */
  function show(record: RecordInsertionInput): void {
    if (insertionIdOf(insertion.peek()) !== record.insertionId) return;
    const undo = { phase: 'notAsked' } as const;
    insertion.value = { phase: 'done', record, at: instantOf(now()), recording: 'saving', undo };
  }

  /** The page's word after the register was told that nobody knows: who reads must know it. */
  function correct(id: InsertionId, outcome: InsertOutcome): void {
    const state = insertion.peek();
    if (!isUnconfirmed(state) || state.record.insertionId !== id) return;
    insertion.value = { ...state, record: { ...state.record, outcome } };
  }

  return {
    await(attempt) {
      unanswered.set(attempt.insertionId, attempt);
      setTimeout(() => giveUp(attempt.insertionId), REGISTER_WAITS_MS);
    },
    doubt,
    onInserted,
  };
}
