import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { AskWorker } from '../../local/ask-worker.ts';
import type { PageToPanel } from '../../messages/page.ts';
import type { TemplateOfNote } from '../../messages/worker.ts';
import type { PagePort } from '../connection/page-port.ts';
import type { Screen } from '../state/screen.ts';

/** A field that a person clicked in the page. */
export type PickedField = NonNullable<Extract<PageToPanel, { type: 'picked' }>['field']>;

/**
 * How far the choosing of a field by a click got. `remembered`: it was chosen in an earlier note of
 * this template. `ended`: without a field.
 */
export type Picking =
  | { readonly is: 'idle' | 'picking' | 'ended' }
  | { readonly is: 'picked' | 'remembered'; readonly field: PickedField };

/** Lets a person click the field that is meant, and takes it again in the next note alike. */
export interface FieldPicker {
  readonly picking: ReadonlySignal<Picking>;
  readonly pick: () => void;
  readonly stop: () => void;
  /** Forgets the field of this template. */
  readonly forget: () => void;
  /** The page's word. */
  readonly onPicked: (field: PickedField | null) => void;
}

/** What picking needs. */
export interface PickingDependencies {
  readonly ask: AskWorker;
  readonly send: PagePort['send'];
  readonly screen: ReadonlySignal<Screen>;
}

/**
 * Builds the picker. A choice ends with the note it was made in; what is kept for later notes is the
 * label and the place of the field, by EHR and template.
 */
export function createPicking({ ask, send, screen }: PickingDependencies): FieldPicker {
  const picking = signal<Picking>({ is: 'idle' });
  let present: NoteOnScreen | null = null;

  async function useRemembered(note: NoteOnScreen): Promise<void> {
    if (note.template === null) return;
    const kept = await ask('fields.remembered', note.template);
    // Another note, or a person who is choosing meanwhile.
    if (!kept.ok || kept.value === null) return;
    if (present?.key !== note.key || picking.peek().is !== 'idle') return;
    send({ type: 'useField', ...kept.value });
  }

  effect(() => {
    const note = noteOn(screen.value);
    if (note?.key === present?.key) return;
    // While the page is only drawing itself anew nothing has been left.
    if (note === null && screen.value.kind === 'settling') return;
    present = note;
    picking.value = { is: 'idle' };
    if (note !== null) void useRemembered(note);
  });

  return {
    picking,
    pick() {
      picking.value = { is: send({ type: 'pickField' }) ? 'picking' : 'ended' };
    },
    stop() {
      send({ type: 'stopPicking' });
      picking.value = { is: 'idle' };
    },
    forget() {
      picking.value = { is: 'idle' };
      if (present !== null && present.template !== null)
        void ask('fields.forget', present.template);
    },
    onPicked(field) {
      const byClick = picking.peek().is === 'picking';
      if (field === null) {
        picking.value = { is: byClick ? 'ended' : 'idle' };
        return;
      }
      picking.value = { is: byClick ? 'picked' : 'remembered', field };
      if (!byClick || present === null || present.template === null) return;
      const { label, position } = field;
      void ask('fields.remember', { ...present.template, label, position });
    },
  };
}

interface NoteOnScreen {
  /** Which note of which page it is. */
  readonly key: string;
  /** Null where the page names no template: then nothing is kept. */
  readonly template: TemplateOfNote | null;
}

function noteOn(screen: Screen): NoteOnScreen | null {
  if (screen.kind !== 'client' || screen.reading.kind !== 'note') return null;
  const { ehr, navigation, appointment, note } = screen.reading;
  const name = note?.template ?? null;
  return {
    key: JSON.stringify([ehr, navigation, appointment, name]),
    template: name === null ? null : { ehr, template: name },
  };
}
