import { unpaddedDate } from '../../dates.ts';
import type { Person } from '../../people.ts';
import { html, type Markup, NOTHING, trusted } from '../../server/markup.ts';
import { type FormElement, formElements, noteTitle } from '../form-elements.ts';
import type { Appearance } from '../options.ts';
import { patientName } from '../records.ts';
import type { Note } from '../state.ts';
import { measureScores } from './measure-scores.ts';
import { plainElement } from './note-elements.ts';
import { patientHeader } from './patient-header.ts';

/** A note: the form of a draft, or the read-only view of a signed one. */
export function notePage(note: Note, patient: Person, appearance: Appearance): Markup {
  const draft = note.status === 'draft';
  return html`<div class="note" data-note="${note.id}" data-editor="${appearance.editor}">
<header class="patient-header">${identity(patient, appearance)}</header>
<section class="card note-header">
<h2 class="note-title">${noteTitle(note)}</h2>
${headerLines(note)}
${draft && note.kind === 'progress' ? headerForm(note) : NOTHING}
</section>
${draft ? draftForm(note, appearance) : signedView(note)}
</div>`;
}

/** Which of these the real note page has is not publicly known. */
function identity(patient: Person, { noteHeader }: Appearance): Markup {
  if (noteHeader === 'plain') {
    return html`<h1 class="patient-name">${patientName(patient)}</h1>
<p class="muted">DOB: ${unpaddedDate(patient.birthDate)}</p>`;
  }
  return html`${patientHeader(patient)}
<a href="/app/patients/edit/${patient.therapynotes.token}/">Back to chart</a>`;
}

function headerLines(note: Note): Markup {
  const others = note.otherAttendees;
  return html`<dl class="note-header-lines">
<dt>Date</dt><dd>${unpaddedDate(note.date)}</dd>
<dt>Clinician</dt><dd>Robin Hale, LCSW</dd>
<dt>Participants</dt><dd id="NoteHeader__Participants">${note.participants}</dd>
${others === '' ? NOTHING : html`<dt>Other Attendees</dt><dd id="NoteHeader__OtherAttendees">${others}</dd>`}
</dl>`;
}

function headerForm(note: Note): Markup {
  const options = (['Client only', 'Client and Others'] as const).map((choice) =>
    choice === note.participants
      ? html`<option selected>${choice}</option>`
      : html`<option>${choice}</option>`,
  );
  return html`<button type="button" id="NoteHeader__Edit">Edit</button>
<div id="NoteHeader__Form" hidden>
<label for="NoteHeader__ParticipantsSelect">Participants</label>
<select id="NoteHeader__ParticipantsSelect">${options}</select>
<label for="NoteHeader__OtherAttendeesInput">Other Attendees</label>
<input type="text" id="NoteHeader__OtherAttendeesInput" value="${note.otherAttendees}">
<button type="button" id="NoteHeader__Update">Update Note Header</button>
</div>`;
}

function draftForm(note: Note, { sessionSummary, measures }: Appearance): Markup {
  const elements = formElements(note);
  const summary = sessionSummary && note.kind === 'progress' ? summaryBox(note) : NOTHING;
  return html`${summary}
${elements.map((element) => formElement(element, note))}
${note.kind === 'progress' ? measureScores(measures) : NOTHING}
<section class="card signature">
<label><input type="checkbox" id="SignNote"> Sign this form</label>
<button type="button" id="SaveNote" class="primary">Save Note</button>
<span role="status" id="NoteStatus"></span>
</section>`;
}

function formElement(element: FormElement, note: Note): Markup {
  if (element.type !== 'richText') return plainElement(element.type);
  return html`<section class="card NoteElement">
<h2 for="RichTextbox_${element.id}">${element.label}</h2>
${richText(element.id, note)}
</section>`;
}

/** The hidden twin that carries the value; the browser program puts the visible editor beside it. */
function richText(id: string, note: Note): Markup {
  return html`<textarea id="RichTextbox_${id}" data-element="${id}" class="rich-text-value" hidden>${note.elements[id] ?? ''}</textarea>`;
}

/** The AI tool's box: a rich text on the same page that is not part of the note. */
function summaryBox(note: Note): Markup {
  return html`<section class="card TherapyFuel" id="SessionSummary">
<h2>Session Summary</h2>
<p class="muted">Drafts for Subjective, Objective, Assessment and Plan are made from this summary.</p>
${richText('SessionSummary', note)}
</section>`;
}

function signedView(note: Note): Markup {
  const parts = formElements(note).flatMap((element) =>
    element.type === 'richText'
      ? [
          html`<h2>${element.label}</h2><div class="rich-text-view">${trusted(note.elements[element.id] ?? '')}</div>`,
        ]
      : [],
  );
  const line =
    note.status === 'signed'
      ? 'Signed by Robin Hale, LCSW'
      : 'Signed by Robin Hale, awaiting the supervisor’s signature';
  return html`<section class="card NoteView">${parts}<p class="SignatureLine">${line}</p></section>`;
}
