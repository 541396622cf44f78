import { startNoteHeader } from './note-header.ts';
import { type RichText, richText } from './rich-text.ts';
import { request } from './session.ts';
import { startSuggestions } from './suggestions.ts';

/** Brings a note's form to life: editors, autosave, save and sign. A signed note has nothing to. */
export function startNote(note: HTMLElement): void {
  const noteId = note.dataset['note'] ?? '';
  const kind = note.dataset['editor'] ?? '';
  const editors = new Map<string, RichText>();
  const status = note.querySelector('#NoteStatus');
  const elements = () =>
    Object.fromEntries([...editors].map(([id, editor]) => [id, editor.html()]));

  const autosave = afterPause(autosaveDelay(), async () => {
    const body = { noteId, elements: elements() };
    const saved = await request('/app/notes/api/savenoteautosavesnapshot.aspx?msg=7', body);
    if (status !== null) status.textContent = saved === null ? 'Not saved' : 'Draft autosaved';
  });
  for (const twin of note.querySelectorAll<HTMLTextAreaElement>('.rich-text-value')) {
    editors.set(twin.dataset['element'] ?? '', richText(twin, kind, autosave));
  }
  for (const box of note.querySelectorAll<HTMLInputElement>('.DynamicInputTextBox')) {
    startSuggestions(box);
  }
  startNoteHeader(note, noteId);

  const save = async () => {
    const sign = note.querySelector<HTMLInputElement>('#SignNote')?.checked === true;
    const body = { noteId, elements: elements(), sign };
    const saved = await request('/app/notes/api/savenote.aspx?msg=9', body);
    if (saved !== null && sign) location.reload();
    if (status !== null) status.textContent = saved === null ? 'Not saved' : 'Saved';
  };
  note.querySelector('#SaveNote')?.addEventListener('click', () => void save());
}

function autosaveDelay(): number {
  return Number(document.body.dataset['autosaveDelay']);
}

/** Calls `act` once after the last of several calls in a row. */
function afterPause(milliseconds: number, act: () => Promise<void>): () => void {
  let pause: ReturnType<typeof setTimeout> | undefined;
  return () => {
    clearTimeout(pause);
    pause = setTimeout(() => void act(), milliseconds);
  };
}
