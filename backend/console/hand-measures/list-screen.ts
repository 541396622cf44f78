import { html } from 'hono/html';
import type { PracticeHandMeasure } from '#backend/care/hand-measure-care.ts';
import type { HandMeasure } from '#shared/contracts/hand-measure.ts';
import type { Markup } from '../../pages/page.ts';
import { signed } from '../screens/measures.ts';
import { sourceLinks } from '../source-links.ts';
import { gapsInWords } from './gaps.ts';

/** Every measure that totals can be entered of, as the practice states it now. */
export function handMeasuresScreen(
  stated: readonly PracticeHandMeasure[],
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
    ${usable(
      stated.filter(({ retired }) => retired === null),
      decides,
    )}
    ${outOfUse(
      stated.filter(({ retired }) => retired !== null),
      decides,
    )}`;
}

function usable(stated: readonly PracticeHandMeasure[], decides: boolean): Markup | '' {
  if (stated.length === 0) return '';
  return html`<section class="group">
    <h2>In use (${stated.length})</h2>
    <ul class="entries">
      ${stated.map((of) => entry(of, decides))}
    </ul>
  </section>`;
}

function outOfUse(stated: readonly PracticeHandMeasure[], decides: boolean): Markup | '' {
  if (stated.length === 0) return '';
  return html`<section class="group">
    <h2>Out of use (${stated.length})</h2>
    <p class="small soft">No new totals are taken. Those that were entered stay on the charts.</p>
    <ul class="entries">
      ${stated.map((of) => entry(of, decides))}
    </ul>
  </section>`;
}

function entry({ measure, retired }: PracticeHandMeasure, decides: boolean): Markup {
  const { id, name, version, direction, range } = measure;
  return html`<li id="${id}">
    <h3>${name}</h3>
    <p>
      ${direction === 'higherWorse' ? 'A higher total is worse.' : 'A higher total is better.'}
      ${range === null ? 'No limits are stated.' : `From ${range.min} to ${range.max}.`}
      Version ${version}.
    </p>
    ${bandsOf(measure)}
    ${retired === null ? '' : html`<p>Taken out of use by ${signed(retired)}.</p>`}
    ${decides ? changes(measure, retired === null) : ''}
  </li>`;
}

function bandsOf({ range, bands, bandsSource }: HandMeasure): Markup {
  if (bands.length === 0) return html`<p class="small soft">No bands.</p>`;
  return html`<ul class="plain">
      ${bands.map(({ min, max, label }) => html`<li>${min} to ${max}: ${label}</li>`)}
    </ul>
    ${gapsInWords({ range, bands }).map((gap) => html`<p class="note small">${gap}</p>`)}
    <p class="small soft">Source: ${sourceLinks(bandsSource)}</p>`;
}

function changes({ id, name }: HandMeasure, inUse: boolean): Markup {
  const whose = html`<span class="hidden">: ${name}</span>`;
  if (!inUse) {
    return html`<form method="post" action="/hand-measures/${id}/restore" class="row">
      <button>Take it into use again${whose}</button>
    </form>`;
  }
  return html`<div class="row">
    <a class="button" href="/hand-measures/edit?measure=${id}">Change${whose}</a>
    <form method="post" action="/hand-measures/${id}/retire">
      <button>Take it out of use${whose}</button>
    </form>
  </div>`;
}
