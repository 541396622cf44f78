import { html } from 'hono/html';
import type { PracticeForm, SignedForm } from '#backend/care/form-care.ts';
import type { FormItem } from '#shared/contracts/custom-form.ts';
import type { Markup } from '../../pages/page.ts';
import { signed } from '../screens/measures.ts';

/** What the page of one form depends on. */
export interface FormScreen {
  readonly of: PracticeForm;
  /** Newest first. */
  readonly versions: readonly SignedForm[];
  readonly composes: boolean;
  /** Whether it was saved just now. */
  readonly saved: boolean;
  /** Why the last press did nothing; null otherwise. */
  readonly problem: string | null;
}

/** One form: what it asks, and what can be done with it. */
export function formScreen({ of, versions, composes, saved, problem }: FormScreen): Markup {
  const { form, retired } = of;
  const { formId, title, version, items } = form;
  return html`<h1>${title}</h1>
    ${saved ? html`<p class="note" role="status">Saved. This is version ${version}.</p>` : ''}
    ${problem === null ? '' : html`<p class="note refused" role="alert">${problem}</p>`}
    ${
      retired === null
        ? ''
        : html`<p class="note">Taken out of use by ${signed(retired)}: it is sent no more.</p>`
    }
    <ol class="entries">
      ${items.map(asked)}
    </ol>
    <div class="decide">
      <a class="button" href="/forms/${formId}/preview">See it as the client sees it</a>
      ${composes ? html`<a class="button" href="/forms/${formId}/edit">Change it</a>` : ''}
    </div>
    <p class="small soft">
      It is sent with the operator’s command: <code>send --form ${formId}</code>. A change makes a new
      version: links that are out keep the old one, and its lines begin anew.
    </p>
    ${composes ? use(of) : ''} ${history(versions)}
    <a href="/forms">All own forms</a>`;
}

function asked(item: FormItem): Markup {
  return html`<li>
    <h2>${item.name}</h2>
    <p>${item.text}</p>
    <p class="soft small">${answeredHow(item)}</p>
  </li>`;
}

function answeredHow(item: FormItem): string {
  if (item.kind === 'text') return `Words, up to ${item.maxLength} characters. Never drawn.`;
  const better = item.direction === 'higherBetter' ? 'higher is better' : 'higher is worse';
  if (item.kind === 'choice') {
    const labels = item.options.map(({ value, label }) => `${label} (${value})`);
    return `One of: ${labels.join(', ')}; ${better}.`;
  }
  const { min, minLabel, max, maxLabel } = item;
  return `${min} (${minLabel}) to ${max} (${maxLabel}); ${better}.`;
}

function use({ form, retired }: PracticeForm): Markup {
  const [address, words] =
    retired === null ? ['retire', 'Take it out of use'] : ['restore', 'Take it into use again'];
  return html`<form method="post" action="/forms/${form.formId}/${address}" class="decide">
    <button>${words}</button>
    <p class="small soft">Answers stay, and links that are out still open until they run out.</p>
  </form>`;
}

function history(versions: readonly SignedForm[]): Markup {
  return html`<details class="group">
    <summary>Versions (${versions.length})</summary>
    <ul class="plain">
      ${versions.map(
        ({ form, by, on }) =>
          html`<li>Version ${form.version}, by ${signed({ by, on })}: “${form.title}”</li>`,
      )}
    </ul>
  </details>`;
}
