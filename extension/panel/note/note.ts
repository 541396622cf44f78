import { computed, type ReadonlySignal } from '@preact/signals';
import type { AskWorker } from '../../local/ask-worker.ts';
import type { PagePort } from '../connection/page-port.ts';
import type { ClientScreen, Screen } from '../state/screen.ts';
import type { Insertion } from '../update/insertion.ts';
import { createEarlierTexts } from './earlier-texts.ts';
import type { NoteState } from './note-state.ts';
import { type OwnText, ownTextIn } from './own-text.ts';
import { createPicking, type FieldPicker } from './picking.ts';

/** The panel's knowledge of the note on screen. */
export interface Note {
  readonly state: ReadonlySignal<NoteState>;
  readonly picker: FieldPicker;
  /** The texts of ours in the note of a screen, as far as they are known at this moment. */
  readonly ownText: (screen: ClientScreen) => OwnText;
}

/** What it is built from. */
export interface NoteDependencies {
  readonly ask: AskWorker;
  readonly send: PagePort['send'];
  readonly screen: ReadonlySignal<Screen>;
  readonly insertion: ReadonlySignal<Insertion>;
}

/** Follows the note on screen. */
export function createNote({ ask, send, screen, insertion }: NoteDependencies): Note {
  const earlier = createEarlierTexts(ask, screen, insertion);
  const picker = createPicking({ ask, send, screen });
  const state = computed<NoteState>(() => {
    const present = screen.value;
    const ownText: OwnText =
      present.kind === 'client'
        ? ownTextIn(present.reading, earlier.value, insertion.value)
        : { is: 'none' };
    return { ownText, picking: picker.picking.value };
  });
  return {
    state,
    picker,
    ownText: ({ reading }) => ownTextIn(reading, earlier.peek(), insertion.peek()),
  };
}
