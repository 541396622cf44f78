import { request } from './session.ts';

/** Editing who took part: the header's lines follow when the server has the change. */
export function startNoteHeader(note: HTMLElement, noteId: string): void {
  const form = note.querySelector<HTMLElement>('#NoteHeader__Form');
  const participants = note.querySelector<HTMLSelectElement>('#NoteHeader__ParticipantsSelect');
  const others = note.querySelector<HTMLInputElement>('#NoteHeader__OtherAttendeesInput');
  if (form === null || participants === null || others === null) return;

  const update = async () => {
    const change = { id: noteId, participants: participants.value, otherAttendees: others.value };
    const saved = await request('/app/notes/api/savenoteheader.aspx', change);
    if (saved === null) return;
    showLine(note, 'NoteHeader__Participants', 'Participants', participants.value);
    showLine(note, 'NoteHeader__OtherAttendees', 'Other Attendees', others.value);
    form.hidden = true;
  };
  note.querySelector('#NoteHeader__Edit')?.addEventListener('click', () => {
    form.hidden = false;
    participants.focus();
  });
  note.querySelector('#NoteHeader__Update')?.addEventListener('click', () => void update());
}

function showLine(note: HTMLElement, id: string, term: string, value: string): void {
  const known = note.querySelector(`#${id}`);
  if (known !== null) {
    known.textContent = value;
    return;
  }
  if (value === '') return;
  const name = document.createElement('dt');
  const line = document.createElement('dd');
  name.textContent = term;
  line.textContent = value;
  line.id = id;
  note.querySelector('.note-header-lines')?.append(name, line);
}
