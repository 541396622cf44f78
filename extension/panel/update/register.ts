import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { InsertionId } from '#shared/contracts/ids.ts';
import type { InsertOutcome, UndoOutcome } from '#shared/contracts/insertion.ts';
import type { AskWorker } from '../../local/ask-worker.ts';
import type { OutboxEntry, WorkerReply } from '../../messages/worker.ts';
import type { Attempt, Done, Insertion, NotHeld, Recording } from './insertion.ts';

/** Gives the worker what is for the practice's register, and knows how far it got. */
export interface Register {
  /** How many entries the server could not be told yet. */
  readonly unrecorded: ReadonlySignal<number>;
  /** What the worker keeps for the server, and what that refused. */
  readonly entries: ReadonlySignal<readonly OutboxEntry[]>;
  /** How many entries the register refused for good: they are set aside and not sent again. */
  readonly refused: ReadonlySignal<number>;
  /** Null when it is kept; otherwise nothing may be sent to the page. */
  readonly hold: (attempt: Attempt) => Promise<NotHeld | null>;
  readonly holdUndo: (of: Pick<Attempt, 'insertionId' | 'ehr'>) => Promise<NotHeld | null>;
  /** Nothing was sent to the page. */
  readonly release: (insertionId: InsertionId) => Promise<void>;
  readonly record: (insertionId: InsertionId, outcome: InsertOutcome) => Promise<void>;
  readonly recordUndo: (insertionId: InsertionId, outcome: UndoOutcome) => Promise<void>;
  readonly recordAgain: () => Promise<void>;
  /** Asks the worker how far it got. */
  readonly refresh: () => Promise<void>;
  /** The clinician has read that entries were refused. */
  readonly forgetRefused: () => Promise<void>;
}

type Entries = WorkerReply<readonly OutboxEntry[]>;

/** What a receipt is about. */
type About = Pick<OutboxEntry, 'what' | 'insertionId'>;

/** The page's word, until the worker has it. */
interface Word {
  readonly about: About;
  readonly tell: () => Promise<Entries>;
}

const RECORDING: Readonly<Record<OutboxEntry['is'], Recording>> = {
  held: 'saving',
  sending: 'saving',
  waiting: 'failed',
  refused: 'refused',
};

/** How far the page's words got, as far as the panel knows. */
interface Known {
  readonly entries: readonly OutboxEntry[];
  readonly untold: readonly Word[];
  /** The worker knows nothing of them, so it can't have recorded them. */
  readonly lost: readonly About[];
}

/** The panel's end of the worker's outbox, which outlives the panel. */
export function createRegister(ask: AskWorker, insertion: Signal<Insertion>): Register {
  const unrecorded = signal(0);
  const refused = signal(0);
  const entries = signal<readonly OutboxEntry[]>([]);
  let known: Known = { entries: [], untold: [], lost: [] };

  function learn(part: Partial<Known>): void {
    known = { ...known, ...part };
    entries.value = known.entries;
    unrecorded.value = countOf(known.entries, 'waiting') + known.untold.length;
    refused.value = countOf(known.entries, 'refused') + known.lost.length;
    const state = insertion.peek();
    if (state.phase === 'done') insertion.value = withRecording(state, known);
  }

  /** A worker that was ended while it answered is started anew by the second question. */
  async function tell(word: Word): Promise<void> {
    const first = await word.tell();
    const reply = first.ok || first.reason === 'refused' ? first : await word.tell();
    if (reply.ok) learn({ entries: reply.value });
    else if (reply.reason !== 'refused') learn({ untold: [...known.untold, word] });
    else learn({ lost: [...known.lost, word.about] });
  }

  async function askFor(
    call: 'outbox.list' | 'outbox.sendAgain' | 'outbox.forgetRefused',
  ): Promise<void> {
    const reply = await ask(call, {});
    if (reply.ok) learn({ entries: reply.value });
  }

  return {
    unrecorded,
    entries,
    refused,
    hold: async (attempt) => whyNotHeld(await ask('outbox.hold', attempt)),
    holdUndo: async ({ insertionId, ehr }) =>
      whyNotHeld(await ask('outbox.holdUndo', { insertionId, ehr })),
    async release(insertionId) {
      await ask('outbox.release', { insertionId });
    },
    record: (insertionId, outcome) =>
      tell({
        about: { what: 'insertion', insertionId },
        tell: () => ask('outbox.answer', { insertionId, outcome }),
      }),
    recordUndo: (insertionId, outcome) =>
      tell({
        about: { what: 'undo', insertionId },
        tell: () => ask('outbox.answerUndo', { insertionId, outcome }),
      }),
    async recordAgain() {
      const { untold } = known;
      learn({ untold: [] });
      for (const word of untold) await tell(word);
      await askFor('outbox.sendAgain');
    },
    refresh: () => askFor('outbox.list'),
    async forgetRefused() {
      learn({ lost: [] });
      await askFor('outbox.forgetRefused');
    },
  };
}

function whyNotHeld(reply: WorkerReply<null>): NotHeld | null {
  if (reply.ok) return null;
  return reply.reason === 'switchedOff' ? 'switchedOff' : 'notKept';
}

function countOf(entries: readonly OutboxEntry[], is: OutboxEntry['is']): number {
  return entries.filter((entry) => entry.is === is).length;
}

function withRecording(done: Done, known: Known): Done {
  const { insertionId } = done.record;
  const recording = recordingOf({ what: 'insertion', insertionId }, known);
  if (done.undo.phase !== 'done') return { ...done, recording };
  const undone = recordingOf({ what: 'undo', insertionId }, known);
  return { ...done, recording, undo: { ...done.undo, recording: undone } };
}

/** What the worker does not keep any more, the server has. */
function recordingOf(about: About, { entries, untold, lost }: Known): Recording {
  if (untold.some((word) => isSame(word.about, about))) return 'failed';
  if (lost.some((one) => isSame(one, about))) return 'refused';
  const entry = entries.find((one) => isSame(one, about));
  return entry === undefined ? 'saved' : RECORDING[entry.is];
}

function isSame(one: About, other: About): boolean {
  return one.what === other.what && one.insertionId === other.insertionId;
}
