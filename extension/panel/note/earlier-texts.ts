import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type {
  EarlierInsertion,
  EarlierInsertionsQuery,
} from '#shared/contracts/overlay-procedures.ts';
import type { AskWorker } from '../../local/ask-worker.ts';
import type { Screen } from '../state/screen.ts';
import type { Insertion } from '../update/insertion.ts';

/** What the register says of texts that may stand in the note on screen. */
export type EarlierTexts =
  | { readonly is: 'notAsked' }
  | { readonly is: 'asking'; readonly key: string }
  /** With the brief at whose time it failed: with the next one it is tried again. */
  | { readonly is: 'failed'; readonly key: string; readonly asOf: string }
  | { readonly is: 'known'; readonly key: string; readonly texts: readonly EarlierInsertion[] };

/**
 * Asks the register what may stand in the note, once a text of ours was seen there, and anew when
 * another one is or was recorded. What was asked for one client or one state of the note is forgotten with it.
 */
export function createEarlierTexts(
  ask: AskWorker,
  screen: ReadonlySignal<Screen>,
  insertion: ReadonlySignal<Insertion>,
): ReadonlySignal<EarlierTexts> {
  const earlier = signal<EarlierTexts>({ is: 'notAsked' });

  async function look({ key, asOf, query }: Wanted): Promise<void> {
    earlier.value = { is: 'asking', key };
    const reply = await ask('insertions.earlier', query);
    const present = earlier.peek();
    // The page, the client or the note changed while the server answered.
    if (present.is !== 'asking' || present.key !== key) return;
    earlier.value = reply.ok
      ? { is: 'known', key, texts: reply.value }
      : { is: 'failed', key, asOf };
  }

  effect(() => {
    const wanted = wantedFor(screen.value, recordedIn(insertion.value));
    const present = earlier.peek();
    if (wanted === null) {
      if (present.is !== 'notAsked') earlier.value = { is: 'notAsked' };
    } else if (present.is === 'notAsked' || present.key !== wanted.key) void look(wanted);
    else if (present.is === 'failed' && present.asOf !== wanted.asOf) void look(wanted);
  });
  return earlier;
}

interface Wanted {
  readonly key: string;
  readonly asOf: string;
  readonly query: EarlierInsertionsQuery;
}

function wantedFor(screen: Screen, recorded: readonly string[]): Wanted | null {
  if (screen.kind !== 'client' || screen.reading.ownMarks.length === 0) return null;
  const { facts, reading } = screen;
  const query = { clientId: facts.client.clientId, ehr: reading.ehr };
  const { navigation, appointment, ownMarks } = reading;
  const key = JSON.stringify([query, navigation, appointment, ownMarks, recorded]);
  return { key, asOf: facts.asOf, query };
}

/** What the register has just been told of: an insertion, and that it was undone. */
function recordedIn(insertion: Insertion): readonly string[] {
  if (insertion.phase !== 'done' || insertion.recording !== 'saved') return [];
  const { record, undo } = insertion;
  const isUndone = undo.phase === 'done' && undo.recording === 'saved';
  return isUndone ? [record.insertionId, 'undone'] : [record.insertionId];
}
