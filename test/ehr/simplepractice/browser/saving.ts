import type { Appearance, NoteChange } from '../api.ts';
import { send } from './data.ts';
import { button, el } from './dom.ts';

const AUTOSAVE_PAUSE_MS = 150;

/** The row under a note: Save, Sign and lock, and what became of it. */
export type Saving = {
  readonly element: HTMLElement;
  /** The note has changes that are not stored. */
  readonly markDirty: () => void;
  stop(): void;
};

/** Stores a note when its button is pressed, or by itself when the page autosaves. */
export function createSaving(
  appointmentId: string,
  { saving }: Appearance,
  change: () => NoteChange,
  onLocked: () => void,
): Saving {
  const status = el('span', { class: 'status', role: 'status' });
  const save = button('Save', { class: 'primary', disabled: true }, () => void store());
  const lock = button('Sign and lock', {}, () => void storeAndLock());
  let pause: ReturnType<typeof setTimeout> | undefined;

  async function store(): Promise<void> {
    clearTimeout(pause);
    const stored = await send('PATCH', `notes/${appointmentId}`, change());
    save.disabled = stored;
    status.textContent = stored ? 'Saved' : 'This note is locked';
  }
  async function storeAndLock(): Promise<void> {
    await store();
    if (await send('POST', `notes/${appointmentId}/lock`, {})) onLocked();
  }
  return {
    element: el('div', { class: 'note-actions' }, save, lock, status),
    markDirty() {
      save.disabled = false;
      status.textContent = 'Unsaved changes';
      if (saving !== 'autosave') return;
      clearTimeout(pause);
      pause = setTimeout(() => void store(), AUTOSAVE_PAUSE_MS);
    },
    stop: () => clearTimeout(pause),
  };
}
