import { html, type Markup } from '../../server/markup.ts';
import { patientName, patientWithToken } from '../records.ts';
import type { Note } from '../state.ts';

/** The public page at the same origin: nothing for the extension to do here. */
export function marketingPage(): Markup {
  return html`<h1>Practice management</h1>
<p>This page stands for the public site that shares its address with the application.</p>
<p><a href="/app/login/">Log in</a></p>`;
}

/** The first page after signing in. */
export function homePage(): Markup {
  return html`<h1 id="FrontpageHeaderText" data-testid="home-welcome-header">Welcome, Robin</h1>
<p><a href="/app/patients/">Patients</a></p>`;
}

/** Signing in, in two steps on one page. */
export function loginPage(): Markup {
  return html`<div class="card login" id="Login">
<h1>Log in</h1>
<div id="Login__PracticeStep">
<label for="PracticeCode">Practice code</label><input type="text" id="PracticeCode">
<button type="button" id="Continue__ContinueButton" class="primary">Continue</button>
</div>
<div id="Login__UserStep" hidden>
<label for="Login__UsernameField">Username</label>
<input type="text" id="Login__UsernameField" data-testid="login-username-input">
<label for="Login__Password">Password</label>
<input type="password" id="Login__Password" data-testid="login-password-input">
<button type="button" id="Login__LogInButton" data-testid="login-submit-button" class="primary">Log In</button>
</div>
</div>`;
}

/** The day's appointments. The accessible name of each carries the patient's name. */
export function schedulingPage(notes: readonly Note[], today: string): Markup {
  const sessions = notes.filter((note) => note.date === today && note.kind === 'progress');
  return html`<h1>Scheduling</h1><div class="calendar-day">${sessions.map(bubble)}</div>`;
}

function bubble(note: Note, index: number): Markup {
  const patient = patientWithToken(note.token);
  const name = patient === undefined ? '' : patientName(patient);
  const couples = note.participants === 'Client and Others' ? ' COUPLES' : '';
  const hour = 8 + (index % 10);
  const time = `${hour > 12 ? hour - 12 : hour}:00 ${hour < 12 ? 'AM' : 'PM'}`;
  return html`<button type="button" class="calendar-daybubble" data-patient="${note.token}" aria-label="Therapy Session for ${name}${couples}. ${time}.">${time} ${name}</button>`;
}
