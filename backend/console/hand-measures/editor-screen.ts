import { html } from 'hono/html';
import type { Markup } from '../../pages/page.ts';
import { field, type Problems, problemOf } from '../field.ts';
import { gapsInWords } from './gaps.ts';
import { type MeasureForm, wantedOf } from './typed.ts';

/** What the page of one measure depends on. */
export interface MeasureEditor {
  readonly typed: MeasureForm;
  readonly problems: Problems;
}

/** The page on which a measure for totals by hand is stated. */
export function measureEditor({ typed, problems }: MeasureEditor): Markup {
  const { id, edition, name, direction, min, max, bands, bandsSource } = typed;
  const [focus = null] = problems.keys();
  const shown = { problems, focus };
  const understood = wantedOf(typed);
  const gaps = understood.ok ? gapsInWords(understood.value.measure) : [];
  return html`<h1>${id === '' ? 'A measure for totals by hand' : name}</h1>
    <p>
      Throughline knows nothing of this measure but what you write here. Its line is drawn and compared
      with nothing: no reliable change, no cut-off.
    </p>
    ${problemOf('whole', problems)}
    <form method="post" action="/hand-measures/edit" class="fields">
      <input type="hidden" name="id" value="${id}" />
      <input type="hidden" name="edition" value="${edition}" />
      ${field({ name: 'name', label: 'Name, as clinicians write it', value: name, ...shown })}
      <div class="field">
        <label for="direction">Which way is worse</label>
        <select id="direction" name="direction">
          <option value="higherWorse" ${direction === 'higherWorse' ? 'selected' : ''}>
            A higher total is worse
          </option>
          <option value="higherBetter" ${direction === 'higherBetter' ? 'selected' : ''}>
            A higher total is better
          </option>
        </select>
      </div>
      ${field({ name: 'min', label: 'Lowest total (empty when there is no limit)', value: min, ...shown })}
      ${field({ name: 'max', label: 'Highest total', value: max, ...shown })}
      ${field({
        name: 'bands',
        label:
          'Bands, one a line: 0 to 43: moderate. The label is a word that a note can say before “range” (empty when you have none)',
        value: bands,
        kind: 'lines',
        ...shown,
      })}
      ${gaps.map((gap) => html`<p class="note small">${gap}</p>`)}
      ${field({ name: 'bandsSource', label: 'Where the bands come from', value: bandsSource, ...shown })}
      <p class="small soft">
        A change of range, direction or bands begins a new line: totals before and after it are not
        compared.
      </p>
      <div class="steps"><button class="main">Save</button></div>
    </form>
    <a href="/hand-measures">All measures by hand</a>`;
}
