import { html } from 'hono/html';
import type { PracticeForm } from '#backend/care/form-care.ts';
import type { Markup } from '../../pages/page.ts';
import { signed } from '../screens/measures.ts';

/** Every form that the practice put together. */
export function formsScreen(forms: readonly PracticeForm[], composes: boolean): Markup {
  return html`<h1>Own forms</h1>
    <p>
      Diary cards, ratings and short questions that this practice puts together. Numbers are drawn as
      lines and compared with nothing: an own form has no norm, no cut-off and no bands.
    </p>
    <p class="note">
      No rule reads the answers, and nobody is alerted by them. Ask about danger with a published
      measure, or in person.
    </p>
    ${composes ? beginning() : html`<p class="note">Clinicians of the practice compose forms.</p>`}
    ${forms.length === 0 ? html`<p class="soft">There is none yet.</p>` : ''}
    ${group(
      'In use',
      forms.filter(({ retired }) => retired === null),
    )}
    ${group(
      'Out of use',
      forms.filter(({ retired }) => retired !== null),
    )}`;
}

function beginning(): Markup {
  return html`<div class="decide">
    <a class="button main" href="/forms/new">Compose a new form</a>
    <a class="button" href="/forms/new?from=diary-card">Start from a diary card</a>
  </div>`;
}

function group(title: string, forms: readonly PracticeForm[]): Markup | '' {
  if (forms.length === 0) return '';
  return html`<section class="group">
    <h2>${title} (${forms.length})</h2>
    <ul class="entries">
      ${forms.map(entry)}
    </ul>
  </section>`;
}

function entry({ form, by, on, retired }: PracticeForm): Markup {
  const { formId, title, version, items } = form;
  const count = items.length === 1 ? '1 question' : `${items.length} questions`;
  return html`<li>
    <h3>${title}</h3>
    <p class="soft small">${count}. Version ${version}, by ${signed({ by, on })}.</p>
    ${retired === null ? '' : html`<p>Taken out of use by ${signed(retired)}.</p>`}
    <a href="/forms/${formId}">Look at it<span class="hidden">: ${title}</span></a>
  </li>`;
}
