import { unpaddedDate } from '../../dates.ts';
import type { Person } from '../../people.ts';
import { html, type Markup } from '../../server/markup.ts';
import { noteTitle } from '../form-elements.ts';
import { patientName } from '../records.ts';
import type { Note } from '../state.ts';
import { PHONE, patientHeader } from './patient-header.ts';

const TABS = [
  'Patient Info',
  'To-Do',
  'Schedule',
  'Documents',
  'Billing Settings',
  'Clinicians',
  'Portal',
  'Messages',
];

/** A patient's chart, opened on its first tab. */
export function chartPage(patient: Person): Markup {
  const tabs = TABS.map(
    (tab) => html`<a href="#tab=${tab.replaceAll(' ', '+')}" data-tab-id="${tab}">${tab}</a>`,
  );
  return html`<div class="chart" data-patient="${patient.therapynotes.token}">
<header class="patient-header">${patientHeader(patient)}</header>
<nav class="tabs" aria-label="Chart">${tabs}</nav>
<div id="PatientTabContent">${patientInfoTab(patient)}</div>
</div>`;
}

/** The information form. Its mobile number's id occurs twice, as on the real page. */
export function patientInfoTab(patient: Person): Markup {
  const phone = html`<div id="PatientInformation__MobilePhoneElem"><a href="tel:+15550100142">${PHONE}</a></div>`;
  return html`<section class="card">
<h2>Patient Information</h2>
<div id="PatientInformation__PatientName">${patientName(patient)}</div>
<p>DOB <span id="PatientInformation__DOBElem">${unpaddedDate(patient.birthDate)}</span></p>
${phone}
</section>
<section class="card"><h2>Reminders</h2>${phone}</section>`;
}

/** The documents: every note, and the split button that makes a new one. */
export function documentsTab(
  notes: readonly Note[],
  pathOf: (noteId: string) => string,
  inPlace: boolean,
): Markup {
  const rows = notes.map((note, index) => {
    const name = noteTitle(note);
    const link = inPlace
      ? html`<a href="#tab=Documents&note=${note.id}" data-note-id="${note.id}">${name}</a>`
      : html`<a href="${pathOf(note.id)}">${name}</a>`;
    return html`<tr class="${index % 2 === 0 ? 'Row' : 'AlternateRow'}">
<td>${unpaddedDate(note.date)}</td><td>${link}</td><td>${note.status}</td></tr>`;
  });
  return html`<section class="card">
<h2>Documents</h2>
<div class="tools" id="CreateNoteSplitButton">
<button type="button" data-create="progress">Create Note</button>
<button type="button" data-create="psychotherapy">Create Psychotherapy Note</button>
</div>
<table id="DocumentsTable">
<thead><tr><th scope="col">Date</th><th scope="col">Document</th><th scope="col">Status</th></tr></thead>
<tbody>${rows}</tbody>
</table>
</section>`;
}

/** A tab that holds nothing of interest. */
export function otherTab(tab: string): Markup {
  return html`<section class="card"><h2>${tab}</h2><p class="muted">Nothing here.</p></section>`;
}
