import type { EhrId } from '#shared/contracts/ehr.ts';
import { html, type Markup, NOTHING } from './server/markup.ts';

/** Whom a header names; texts are as displayed. */
export type ShownClient = {
  readonly name: string;
  /** Whatever the page writes behind "DOB"; null when it states no birth date. */
  readonly birthDate: string | null;
  /** The record that the header links to; null when it links to none. */
  readonly recordId: string | null;
};

/** A note's form. */
export type ShownForm = {
  /** The note's title; null when the page shows none. */
  readonly title: string | null;
  readonly labels: readonly string[];
};

/**
 * Pieces of an EHR's pages without a server, an editor library or a program, for tests that put odd
 * pages together by the hundred. Texts are escaped; anything can be displayed.
 */
export type PagePieces = {
  /** Address of a client's chart. */
  readonly chart: (recordId: string) => string;
  /** Address of a note, which names no client. */
  readonly note: string;
  /** Address of the calendar. */
  readonly calendar: string;
  /** Two ids as this EHR makes them. */
  readonly recordIds: readonly [string, string];
  readonly header: (client: ShownClient) => Markup;
  readonly form: (form: ShownForm) => Markup;
  /** Whole content of a page from pieces. */
  readonly page: (...pieces: readonly Markup[]) => string;
};

function main(...pieces: readonly Markup[]): string {
  return html`<main>${pieces}</main>`.html;
}

function dob(birthDate: string | null, tag: (text: string) => Markup): Markup {
  return birthDate === null ? NOTHING : tag(birthDate);
}

const simplePractice: PagePieces = {
  chart: (recordId) => `https://secure.simplepractice.com/clients/${recordId}/overview`,
  note: 'https://secure.simplepractice.com/appointments/2718400101',
  calendar: 'https://secure.simplepractice.com/calendar/appointments',
  recordIds: ['4f1c9a27be60d385', 'a80e52d19c7fb364'],
  header: ({ name, birthDate, recordId }) => html`<header class="client-header">
<h1 class="name">${name}</h1><ul>${dob(birthDate, (text) => html`<li class="item">DOB: ${text}</li>`)}
${recordId === null ? NOTHING : html`<li><a href="/clients/${recordId}/overview">Client overview</a></li>`}</ul></header>`,
  form: ({ title, labels }) => html`<section class="progress-individual-note-container">
${title === null ? NOTHING : html`<h2>${title}</h2>`}
${labels.map(
  (label, place) => html`<div class="question"><label class="spds-label">${label}</label>
<div class="ProseMirror ProseMirror-content" contenteditable="true" aria-label="free-text-${place + 1}"><p><br></p></div></div>`,
)}</section>`,
  page: main,
};

const therapyNotes: PagePieces = {
  chart: (recordId) => `https://www.therapynotes.com/app/patients/edit/${recordId}/`,
  note: 'https://www.therapynotes.com/app/notes/edit/48210101/',
  calendar: 'https://www.therapynotes.com/app/scheduling/#view=day',
  recordIds: ['kT4v_9Qm2XsLr7Bd', 'Wz8-pN3cYhJ5uEa1'],
  header: ({ name, birthDate, recordId }) => html`<header class="patient-header">
<h1 class="patient-name"><span data-testid="patientheaderview-patientname-container"><span>${name}</span></span></h1>
${dob(birthDate, (text) => html`<p>DOB: <span data-testid="patientheaderview-dob-container">${text}</span></p>`)}
${recordId === null ? NOTHING : html`<a href="/app/patients/edit/${recordId}/">Back to chart</a>`}</header>`,
  form: ({ title, labels }) => html`<div class="note">
${title === null ? NOTHING : html`<h2 class="note-title">${title}</h2>`}
${labels.map(
  (
    label,
    place,
  ) => html`<section class="card NoteElement"><h2 for="RichTextbox_${13000 + place}">${label}</h2>
<textarea id="RichTextbox_${13000 + place}" hidden></textarea>
<div class="rich-text"><div contenteditable="true" role="textbox"><p><br></p></div></div></section>`,
)}</div>`,
  page: main,
};

const sessionsHealth: PagePieces = {
  chart: (recordId) => `https://app.sessionshealth.com/clients/${recordId}`,
  note: 'https://app.sessionshealth.com/events/50001-261120',
  calendar: 'https://app.sessionshealth.com/calendar?view=day',
  recordIds: ['41001', '41002'],
  header: ({ name, birthDate, recordId }) => html`<header class="client-header">
<h1 class="client-name">${recordId === null ? name : html`<a href="/clients/${recordId}">${name}</a>`}</h1>
${dob(birthDate, (text) => html`<p>DOB: ${text}</p>`)}</header>`,
  form: ({ title, labels }) => html`<section class="card note">
${title === null ? NOTHING : html`<h2>${title}</h2>`}
${labels.map(
  (label, place) => html`<div class="form-group"><label for="field-${place}">${label} *</label>
<textarea id="field-${place}" class="expanding-textarea form-control primary-form-element"></textarea></div>`,
)}</section>`,
  page: main,
};

/** The pieces of every EHR that has an adapter. */
export const PIECES: Readonly<Record<EhrId, PagePieces>> = {
  simplepractice: simplePractice,
  therapynotes: therapyNotes,
  sessionshealth: sessionsHealth,
};
