import { unpaddedDate } from '../../dates.ts';
import type { Person } from '../../people.ts';
import { html, type Markup } from '../../server/markup.ts';
import { patientName } from '../records.ts';

/** The telephone number that every invented patient has. */
export const PHONE = '(555) 010-0142';

/** The header view over a patient's pages: name, birth date and telephone, but no id. */
export function patientHeader(patient: Person): Markup {
  return html`<h1 class="patient-name"><span data-testid="patientheaderview-patientname-container"><span>${patientName(patient)}</span></span></h1>
<p class="muted">DOB: <span data-testid="patientheaderview-dob-container">${unpaddedDate(patient.birthDate)}</span>
<span data-testid="patientheaderview-phone-container"><a href="tel:+15550100142">${PHONE}</a></span></p>`;
}
