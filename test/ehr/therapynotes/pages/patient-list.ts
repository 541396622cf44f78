import { unpaddedDate } from '../../dates.ts';
import type { Person } from '../../people.ts';
import { html, type Markup } from '../../server/markup.ts';
import { patientName } from '../records.ts';

/** What the list shows. */
export type PatientList = {
  readonly patients: readonly Person[];
  /** How many patients come before this page. */
  readonly first: number;
  readonly total: number;
  readonly pages: number;
  readonly search: string;
};

/** The patient list with its search. Rows alternate between two classes. */
export function patientListPage({ patients, first, total, pages, search }: PatientList): Markup {
  const buttons = Array.from(
    { length: pages },
    (_, index) =>
      html`<button type="submit" name="ctl00$BodyContent$Pager" value="${index + 1}">${index + 1}</button>`,
  );
  return html`<h1>Patients</h1>
<div class="tools">
<label for="ctl00_BodyContent_TextBoxSearch">Search</label>
<input type="text" id="ctl00_BodyContent_TextBoxSearch" name="ctl00$BodyContent$TextBoxSearch" value="${search}" placeholder="Name, Acct #, Phone, or Ins ID">
<button type="submit" id="ctl00_BodyContent_ButtonSearch" name="ctl00$BodyContent$ButtonSearch" value="Search">Search</button>
</div>
<p class="muted">Displaying ${first + 1}-${first + patients.length} of ${total} active patients</p>
<table id="PatientSearchTableList">
<thead><tr><th scope="col">Name</th><th scope="col">DOB</th></tr></thead>
<tbody>${patients.map(row)}</tbody>
</table>
<div class="tools">${buttons}</div>`;
}

function row(patient: Person, index: number): Markup {
  const href = `/app/patients/edit/${patient.therapynotes.token}/`;
  return html`<tr class="${index % 2 === 0 ? 'Row' : 'AlternateRow'}">
<td><a data-testid="patient-search-patient-link" href="${href}">${patientName(patient)}</a></td>
<td><a data-testid="patient-search-dob-link" href="${href}">${unpaddedDate(patient.birthDate)}</a></td>
</tr>`;
}
