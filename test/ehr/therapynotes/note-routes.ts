import { EMPTY_REPLY, jsonReply, pageReply } from '../server/replies.ts';
import { notePage } from './pages/note.ts';
import { emptyNote, shownPatient } from './records.ts';
import { type Handler, notePath } from './site.ts';
import type { Note, Snapshot } from './state.ts';

/** The note's data endpoints, under the names that the real site's requests have. */
export const NOTE_API: readonly (readonly [string, RegExp, Handler])[] = [
  ['GET', /^\/app\/notes\/api\/getnote\.aspx$/, getNote],
  ['POST', /^\/app\/notes\/api\/createnote\.aspx$/, createNote],
  ['POST', /^\/app\/notes\/api\/savenoteautosavesnapshot\.aspx$/, saveSnapshot],
  ['POST', /^\/app\/notes\/api\/savenote\.aspx$/, saveNote],
  ['POST', /^\/app\/notes\/api\/savenoteheader\.aspx$/, saveHeader],
];

const UNKNOWN_NOTE = jsonReply({ error: 'unknown note' }, 404);
const SIGNED_NOTE = jsonReply({ error: 'signed notes are revised, not edited' }, 409);

async function getNote(...[site, { query }]: Parameters<Handler>) {
  await site.gates.note.pass();
  const note = site.state.notes[query.get('id') ?? ''];
  const patient = note === undefined ? undefined : shownPatient(site.state, note.token);
  if (note === undefined || patient === undefined) return UNKNOWN_NOTE;
  return pageReply(notePage(note, patient, site.appearance).html, "default-src 'none'");
}

async function createNote(...[site, { body }]: Parameters<Handler>) {
  const { token, kind } = JSON.parse(body) as Pick<Note, 'token' | 'kind'>;
  const id = String(48_300_001 + Object.keys(site.state.notes).length);
  const { template, today } = site.appearance;
  site.state.notes[id] = emptyNote(id, token, kind, template, today);
  return jsonReply({ id, path: notePath(site, id) });
}

async function saveSnapshot(...[site, { body }]: Parameters<Handler>) {
  site.state.snapshots.push(JSON.parse(body) as Snapshot);
  return EMPTY_REPLY;
}

async function saveNote(...[site, { body }]: Parameters<Handler>) {
  const { noteId, elements, sign } = JSON.parse(body) as Snapshot & { readonly sign: boolean };
  const note = site.state.notes[noteId];
  if (note === undefined) return UNKNOWN_NOTE;
  if (note.status !== 'draft') return SIGNED_NOTE;
  note.elements = elements;
  if (sign) note.status = 'signed';
  return EMPTY_REPLY;
}

async function saveHeader(...[site, { body }]: Parameters<Handler>) {
  const change = JSON.parse(body) as Pick<Note, 'id' | 'participants' | 'otherAttendees'>;
  const note = site.state.notes[change.id];
  if (note === undefined) return UNKNOWN_NOTE;
  note.participants = change.participants;
  note.otherAttendees = change.otherAttendees;
  return EMPTY_REPLY;
}
