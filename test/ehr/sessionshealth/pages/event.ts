import { wordedDate } from '../../dates.ts';
import { html, type Markup } from '../../server/markup.ts';
import type { Event } from '../records.ts';
import { SECTIONS, type SessionsHealthState } from '../state.ts';
import { clientHeader } from './client-pages.ts';

/** An appointment with its note: a form, or once signed its text. */
export function eventPage(event: Event, { notes, signed }: SessionsHealthState): Markup {
  const when = html`<li class="list-inline-item">${wordedDate(event.date)}, ${event.time}</li>`;
  const text = notes[event.id] ?? {};
  return html`${clientHeader(event.client, when)}
<section class="card note" data-event="${event.id}">
<h2>Progress Note</h2>
${signed.has(event.id) ? signedNote(text) : noteForm(text)}
</section>`;
}

/** Each label marks its box as required by a star. */
function noteForm(text: Readonly<Record<string, string>>): Markup {
  const boxes = SECTIONS.map(
    (section, index) => html`<div class="form-group">
<label for="ember${20 + index}-field">${section} *</label>
<textarea id="ember${20 + index}-field" data-section="${section}" class="expanding-textarea form-control primary-form-element ember-text-area">${text[section] ?? ''}</textarea>
</div>`,
  );
  return html`${boxes}
<button type="button" class="btn" data-act="save">Save</button>
<button type="button" class="btn btn-primary" data-act="sign">Sign and Complete</button>`;
}

function signedNote(text: Readonly<Record<string, string>>): Markup {
  const parts = SECTIONS.map((section) => html`<h3>${section}</h3><p>${text[section] ?? ''}</p>`);
  return html`${parts}<p class="text-muted">Signed by Robin Hale, LCSW</p>`;
}
