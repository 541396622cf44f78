import { html } from 'hono/html';
import type { StatedMeasure } from '#backend/store/hand-measures.ts';
import type { HandMeasure } from '#shared/contracts/hand-measure.ts';
import type { Markup } from '../../pages/page.ts';
import { gapsInWords } from './gaps.ts';

/** Every measure that totals can be entered of, as the practice states it now. */
export function handMeasuresScreen(
  stated: readonly StatedMeasure[],
  { decides, saved }: { readonly decides: boolean; readonly saved: boolean },
): Markup {
  return html`<h1>Totals by hand</h1>
    ${saved ? html`<p class="note" role="status">Saved. It holds from now on.</p>` : ''}
    <p>
      Measures that Throughline may not contain. A clinician enters the total that a client brings
      along; all that is known of the measure is what this practice states here.
    </p>
    ${
      decides
        ? html`<p><a class="button" href="/hand-measures/edit">Add a measure</a></p>`
        : html`<p class="note">An admin of the practice decides about these measures.</p>`
    }
    ${stated.length === 0 ? html`<p class="soft">There is none yet.</p>` : ''}
    <ul class="entries">
      ${stated.map(({ measure }) => entry(measure, decides))}
    </ul>`;
}

function entry(measure: HandMeasure, decides: boolean): Markup {
  const { id, name, version, direction, range, bands, bandsSource } = measure;
  return html`<li id="${id}">
    <h2>${name}</h2>
    <p>
      ${direction === 'higherWorse' ? 'A higher total is worse.' : 'A higher total is better.'}
      ${range === null ? 'No limits are stated.' : `From ${range.min} to ${range.max}.`}
      Version ${version}.
    </p>
    ${
      bands.length === 0
        ? html`<p class="small soft">No bands.</p>`
        : html`<ul class="plain">
              ${bands.map(({ min, max, label }) => html`<li>${min} to ${max}: ${label}</li>`)}
            </ul>
            ${gapsInWords({ range, bands }).map((gap) => html`<p class="note small">${gap}</p>`)}
            <p class="small soft">Source: ${bandsSource}</p>`
    }
    ${decides ? html`<a href="/hand-measures/edit?measure=${id}">Change<span class="hidden"> ${name}</span></a>` : ''}
  </li>`;
}
