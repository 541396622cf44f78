import { html } from 'hono/html';
import type { Standing } from '#backend/care/alerts/alerting-care.ts';
import type { Markup } from '../../pages/page.ts';
import { signed } from '../screens/measures.ts';

/** Which version of a setting is shown, and who made it. */
export function standingInWords(standing: Standing, defaults: string): Markup {
  return standing === null
    ? html`<p class="soft">${defaults}</p>`
    : html`<p class="soft">Version ${standing.version}, set by ${signed(standing)}.</p>`;
}

/** A box to tick. */
export function tick(name: string, words: string, isOn: boolean): Markup {
  return html`<label class="tick">
    <input type="checkbox" name="${name}" value="on" ${isOn ? 'checked' : ''} />
    <span>${words}</span>
  </label>`;
}
