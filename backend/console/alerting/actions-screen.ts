import { html } from 'hono/html';
import type { Standing } from '#backend/care/alerts/alerting-care.ts';
import type { Protocol } from '#shared/contracts/protocol.ts';
import type { Markup } from '../../pages/page.ts';
import { field, type Problems, problemOf } from '../field.ts';
import { shownRows, type TypedActions } from './actions-form.ts';
import { standingInWords, tick } from './standing.ts';

/** What the page of the list depends on. */
export interface ActionsScreen {
  readonly protocol: Protocol;
  readonly standing: Standing;
  /** Whether who looks may decide for the practice. */
  readonly decides: boolean;
  readonly saved: boolean;
  readonly typed: TypedActions;
  readonly problems: Problems;
}

/** What can be said to be done about an alert in this practice. */
export function actionsScreen(of: ActionsScreen): Markup {
  const { standing, decides, saved } = of;
  return html`<h1>Alert actions</h1>
    ${saved ? html`<p class="note" role="status">Saved. It holds from now on.</p>` : ''}
    <p>
      What your clinicians can say they did about an alert. An alert stays open until one of these is
      said. Alerts that were closed before keep the words they were closed with.
    </p>
    ${standingInWords(standing, 'Nothing has been changed: this is the list that everybody begins with.')}
    ${decides ? editor(of) : list(of)}`;
}

function list({ protocol }: ActionsScreen): Markup {
  return html`<p class="note">An admin of the practice decides about this list.</p>
    <ul class="entries">
      ${protocol.actions.map(
        ({ words, sentence, forSafety, inUse }) => html`<li>
          <h2>${words}</h2>
          ${sentence === null ? '' : html`<p>For the note: “${sentence}”</p>`}
          <p class="small soft">
            ${forSafety ? 'Also for alerts about safety.' : 'Not for alerts about safety.'}
            ${inUse ? '' : 'Not in use.'}
          </p>
        </li>`,
      )}
    </ul>`;
}

function editor({ typed, problems }: ActionsScreen): Markup {
  const [focus = null] = problems.keys();
  const isOn = (name: string) => typed[name] === 'on';
  return html`<form method="post" action="/alert-actions" class="fields">
    ${problemOf('list', problems)}
    <input type="hidden" name="version" value="${typed['version'] ?? '0'}" />
    ${shownRows(typed).map((row, place) => {
      const own = (name: string, label: string, hint: string) =>
        field({
          name: `${row}.${name}`,
          label,
          value: typed[`${row}.${name}`] ?? '',
          problems,
          focus,
          hint,
        });
      const isNew = (typed[`${row}.words`] ?? '') === '';
      return html`<fieldset class="rule">
        <legend>Action ${place + 1}</legend>
        <input type="hidden" name="${row}.id" value="${typed[`${row}.id`] ?? ''}" />
        ${own('words', 'What was done', 'As the button reads. Leave it empty to take it off the list.')}
        ${own('sentence', 'Sentence for the note', 'Stands in the next Update where the clinician asks for it. Empty for none.')}
        ${tick(`${row}.forSafety`, 'Can answer an alert about safety', isOn(`${row}.forSafety`))}
        ${tick(`${row}.inUse`, 'In use', isNew || isOn(`${row}.inUse`))}
      </fieldset>`;
    })}
    <div class="steps"><button class="main">Save</button></div>
  </form>`;
}
