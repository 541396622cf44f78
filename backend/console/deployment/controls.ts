import { html } from 'hono/html';
import type { Markup } from '../../pages/page.ts';
import { describedBy, field, type Problems, problemOf } from '../field.ts';
import { CHOICES, type Choice, hintOf, SETTING_WORDS } from './setting-words.ts';
import type { DeploymentForm, SettingField } from './typed.ts';

/** What every control of the form needs: what was typed, what is wrong, and where the page leads. */
export interface Shown {
  readonly typed: DeploymentForm;
  readonly problems: Problems;
  readonly focus: string | null;
}

/** A setting that is typed. */
export function settingField(
  name: Exclude<SettingField, Choice>,
  { typed, ...shown }: Shown,
  kind: 'text' | 'number' = 'text',
): Markup {
  const { label } = SETTING_WORDS[name];
  return field({ name, label, value: typed[name], kind, hint: hintOf(name), ...shown });
}

/** A setting that is chosen from a list. */
export function settingChoice(name: Choice, { typed, problems, focus }: Shown): Markup {
  return html`<div class="field">
    <label for="${name}">${SETTING_WORDS[name].label}</label>
    ${problemOf(name, problems)}
    <select id="${name}" name="${name}" ${describedBy(name, problems, true)} ${focus === name ? 'autofocus' : ''}>
      ${Object.entries(CHOICES[name]).map(
        ([value, words]) =>
          html`<option value="${value}" ${value === typed[name] ? 'selected' : ''}>${words}</option>`,
      )}
    </select>
    <p class="small soft" id="${name}-hint">${hintOf(name)}</p>
  </div>`;
}

/** A box to tick. */
export function tick(name: string, label: string, isTicked: boolean, hint?: string): Markup {
  const said = hint === undefined ? '' : html`aria-describedby="${name}-hint"`;
  return html`<div>
    <label class="tick">
      <input type="checkbox" name="${name}" value="on" ${isTicked ? 'checked' : ''} ${said} />
      <span>${label}</span>
    </label>
    ${hint === undefined ? '' : html`<p class="small soft" id="${name}-hint">${hint}</p>`}
  </div>`;
}
