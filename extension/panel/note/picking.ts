import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { AskWorker } from '../../local/ask-worker.ts';
import type { PageToPanel, PickRefusal } from '../../messages/page.ts';
import type { TemplateOfNote } from '../../messages/worker.ts';
import type { PagePort } from '../connection/page-port.ts';
import type { Screen } from '../state/screen.ts';

/** A field that a person clicked in the page. */
export type PickedField = NonNullable<Picked['field']>;

/** The page's word on it. */
type Picked = Extract<PageToPanel, { type: 'picked' }>;

/**
 * How far the choosing of a field got. `picked`: by a click, or from the list. `remembered`: in an
 * earlier note of this template. `ended`: without a field; why not, where one was clicked.
 */
export type Picking =
  | { readonly is: 'idle' | 'picking' }
  | { readonly is: 'ended'; readonly refusal: PickRefusal | null }
  | { readonly is: 'picked' | 'remembered'; readonly field: PickedField };

/** Lets a person say which field is meant, and takes it again in the next note alike. */
export interface FieldPicker {
  readonly picking: ReadonlySignal<Picking>;
  readonly pick: () => void;
  /** Ends the pointing, if somebody points; a field that was chosen stays so. */
  readonly stop: () => void;
  /** The field was chosen from the list. */
  readonly choose: (field: PickedField) => void;
  /** Forgets the field of this template. */
  readonly forget: () => void;
  /** The page's word. */
  readonly onPicked: (picked: Omit<Picked, 'type'>) => void;
}

/** What picking needs. */
export interface PickingDependencies {
  readonly ask: AskWorker;
  readonly send: PagePort['send'];
  readonly screen: ReadonlySignal<Screen>;
}

/**
 * Builds the picker. A choice ends with the note it was made in; what is kept for later notes is the
 * place of the field by EHR, and digests of its label and of the template's name.
 */
export function createPicking({ ask, send, screen }: PickingDependencies): FieldPicker {
  const picking = signal<Picking>({ is: 'idle' });
  let present: NoteOnScreen | null = null;
  /** The newest question: an answer to an earlier one is about something that was left. */
  let requestId = 0;

  /** Nobody points at the page any longer than it is said here how to end it. */
  function become(next: Picking): void {
    if (picking.peek().is === 'picking') send({ type: 'stopPicking' });
    requestId += 1;
    picking.value = next;
  }

  function remember({ label, position }: PickedField): void {
    if (present === null || present.template === null) return;
    void ask('fields.remember', { ...present.template, label, position });
  }

  async function useRemembered(note: NoteOnScreen): Promise<void> {
    if (note.template === null) return;
    const kept = await ask('fields.remembered', { ...note.template, labels: note.labels });
    // Another note, or a person who is choosing meanwhile.
    if (!kept.ok || kept.value === null) return;
    if (present?.key !== note.key || picking.peek().is !== 'idle') return;
    requestId += 1;
    send({ type: 'useField', requestId, ...kept.value });
  }

  effect(() => {
    const note = noteOn(screen.value);
    if (note?.key === present?.key) return;
    // While the page is only drawing itself anew nothing has been left.
    if (note === null && screen.value.kind === 'settling') return;
    present = note;
    become({ is: 'idle' });
    if (note !== null) void useRemembered(note);
  });

  return {
    picking,
    pick() {
      requestId += 1;
      picking.value = send({ type: 'pickField', requestId })
        ? { is: 'picking' }
        : { is: 'ended', refusal: null };
    },
    stop() {
      if (picking.peek().is === 'picking') become({ is: 'idle' });
    },
    forget() {
      become({ is: 'idle' });
      if (present !== null && present.template !== null)
        void ask('fields.forget', present.template);
    },
    choose(field) {
      become({ is: 'picked', field });
      remember(field);
    },
    onPicked({ field, refusal, requestId: answered }) {
      if (answered !== requestId) return;
      const byClick = picking.peek().is === 'picking';
      if (field === null) picking.value = byClick ? { is: 'ended', refusal } : { is: 'idle' };
      else picking.value = { is: byClick ? 'picked' : 'remembered', field };
      if (field !== null && byClick) remember(field);
    },
  };
}

interface NoteOnScreen {
  /** Which note of which page it is. */
  readonly key: string;
  /** Null where the page names no template: then nothing is kept. */
  readonly template: TemplateOfNote | null;
  /** Of its fields; those of several fields may be the same. */
  readonly labels: string[];
}

function noteOn(screen: Screen): NoteOnScreen | null {
  if (screen.kind !== 'client' || screen.reading.kind !== 'note') return null;
  const { ehr, navigation, appointment, note, fields } = screen.reading;
  const name = note?.template ?? null;
  return {
    key: JSON.stringify([ehr, navigation, appointment, name]),
    template: name === null ? null : { ehr, template: name },
    labels: fields.map(({ label }) => label),
  };
}
