import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { InsertionId } from '#shared/contracts/ids.ts';
import type { RecordInsertionInput, RecordUndoInput } from '#shared/contracts/procedures.ts';
import type { AskWorker } from '../../local/ask-worker.ts';
import type { Insertion, Recording } from './insertion.ts';

/** Tells the practice's register what became of insertions. */
export interface Register {
  readonly unrecorded: ReadonlySignal<number>;
  /** How many entries the register refused for good: they are set aside and not sent again. */
  readonly refused: ReadonlySignal<number>;
  readonly record: (record: RecordInsertionInput) => Promise<void>;
  readonly recordUndo: (undo: RecordUndoInput) => Promise<void>;
  readonly recordAgain: () => Promise<void>;
}

type Entry =
  | { readonly call: 'insertions.record'; readonly input: RecordInsertionInput }
  | { readonly call: 'insertions.recordUndo'; readonly input: RecordUndoInput };

/**
 * Keeps what the server has not taken yet, in order, for as long as the panel lives, also when
 * the page has moved on to another client. Sending twice does no harm: entries carry their id.
 */
export function createRegister(ask: AskWorker, insertion: Signal<Insertion>): Register {
  const waiting = signal<readonly Entry[]>([]);
  const unrecorded = signal(0);
  const refused = signal(0);
  let flushing: Promise<void> | null = null;

  /** True when nothing is left to do: it is entered, or it never will be. */
  async function attempt(entry: Entry): Promise<boolean> {
    const reply =
      entry.call === 'insertions.record'
        ? await ask(entry.call, entry.input)
        : await ask(entry.call, entry.input);
    if (reply.ok) {
      show(entry, 'saved');
      return true;
    }
    const isFinal = reply.reason === 'refused';
    show(entry, isFinal ? 'refused' : 'failed');
    if (isFinal) refused.value += 1;
    return isFinal;
  }

  function show({ call, input }: Entry, recording: Recording): void {
    const state = insertion.peek();
    if (state.phase !== 'done' || !isAbout(state.record.insertionId, input)) return;
    if (call === 'insertions.record') insertion.value = { ...state, recording };
    else if (state.undo.phase === 'done') {
      insertion.value = { ...state, undo: { ...state.undo, recording } };
    }
  }

  async function enter(entry: Entry): Promise<void> {
    waiting.value = [...waiting.peek(), entry];
    await flush();
  }

  /** In order, and one at a time: an undo means nothing before its insertion. */
  async function sendWaiting(): Promise<void> {
    for (let entry = waiting.peek().at(0); entry !== undefined; entry = waiting.peek().at(0)) {
      if (!(await attempt(entry))) break;
      waiting.value = waiting.peek().slice(1);
    }
    unrecorded.value = waiting.peek().length;
  }

  function flush(): Promise<void> {
    flushing ??= sendWaiting().finally(() => {
      flushing = null;
    });
    return flushing;
  }

  return {
    unrecorded,
    refused,
    record: (input) => enter({ call: 'insertions.record', input }),
    recordUndo: (input) => enter({ call: 'insertions.recordUndo', input }),
    recordAgain: flush,
  };
}

function isAbout(id: InsertionId, { insertionId }: { readonly insertionId: InsertionId }): boolean {
  return id === insertionId;
}
