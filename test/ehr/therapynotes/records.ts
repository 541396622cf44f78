import { daysBefore } from '../dates.ts';
import { PEOPLE, type Person, person } from '../people.ts';
import type { Note, NoteTemplate, TherapyNotesState } from './state.ts';

/** A note that differs from an empty draft: HTML by form element id, and whatever else is set. */
export type InitialNote = Partial<
  Pick<Note, 'elements' | 'status' | 'participants' | 'otherAttendees' | 'template'>
>;

/** Id of the psychotherapy note that every patient has beside the open progress note. */
export function psychotherapyNoteId(patient: Person): string {
  return `${patient.therapynotes.noteId}7`;
}

/** Id of the signed note of last week that every patient has. */
export function signedNoteId(patient: Person): string {
  return `${patient.therapynotes.noteId}3`;
}

/** The name as this EHR shows it. */
export function patientName(patient: Person): string {
  return patient.therapynotes.name ?? patient.displayName;
}

/** The patient with a token; undefined for an unknown one. */
export function patientWithToken(token: string): Person | undefined {
  return PEOPLE.find((patient) => patient.therapynotes.token === token);
}

/** The patient with a token as the pages show them today; undefined for an unknown one. */
export function shownPatient(
  { shown }: Pick<TherapyNotesState, 'shown'>,
  token: string,
): Person | undefined {
  const patient = patientWithToken(token);
  if (patient === undefined) return undefined;
  const { name = patientName(patient), birthDate = patient.birthDate } = shown[token] ?? {};
  return { ...patient, birthDate, therapynotes: { ...patient.therapynotes, name } };
}

/** The notes of a new server, with `initial` laid over the drafts they name. */
export function initialNotes(
  template: NoteTemplate,
  today: string,
  initial: Readonly<Record<string, InitialNote>>,
): Record<string, Note> {
  const notes = PEOPLE.flatMap((patient) => notesOf(patient, template, today));
  return Object.fromEntries(notes.map((note) => [note.id, { ...note, ...initial[note.id] }]));
}

/** An empty draft. */
export function emptyNote(
  id: string,
  token: string,
  kind: Note['kind'],
  template: NoteTemplate,
  date: string,
): Note {
  return {
    id,
    token,
    kind,
    template,
    date,
    participants: 'Client only',
    otherAttendees: '',
    status: 'draft',
    elements: {},
  };
}

function notesOf(patient: Person, template: NoteTemplate, today: string): Note[] {
  const { token, noteId } = patient.therapynotes;
  const lastWeek = daysBefore(today, 7);
  return [
    { ...emptyNote(noteId, token, 'progress', template, today), ...companyOf(patient) },
    emptyNote(psychotherapyNoteId(patient), token, 'psychotherapy', template, today),
    {
      ...emptyNote(signedNoteId(patient), token, 'progress', 'soap', lastWeek),
      status: 'signed',
      elements: {
        13000: '<p>Reports sleeping better this week.</p>',
        13001: '<p>On time, engaged, full range of affect.</p>',
        13002: '<p>Steady progress.</p>',
        13003: '<p>Continue weekly sessions.</p>',
      },
    },
  ];
}

/** A couple seen in one partner's chart: the other partner is named in the note's header only. */
function companyOf(patient: Person): Partial<Note> {
  if (patient.key !== 'sam-rivera') return {};
  return {
    participants: 'Client and Others',
    otherAttendees: person('dana-rivera').displayName,
  };
}
