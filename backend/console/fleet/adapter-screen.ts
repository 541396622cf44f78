import { html } from 'hono/html';
import type { AdapterHealth } from '#backend/care/fleet/fleet-care.ts';
import type { Total } from '#backend/store/fleet.ts';
import { EHR_NAMES, type EhrId } from '#shared/contracts/ehr.ts';
import { AdapterMode } from '#shared/contracts/fleet.ts';
import type { Markup } from '../../pages/page.ts';
import { signed } from '../screens/measures.ts';
import {
  browsersInWords,
  INSERTION_WORDS,
  MODE_TAGS,
  MODE_WORDS,
  PAGE_WORDS,
  timesInWords,
} from './words.ts';

/** What somebody typed into a switch that was refused, and why it was. */
export interface RefusedSwitch {
  readonly ehr: EhrId;
  readonly mode: AdapterMode;
  readonly reason: string;
  readonly problem: string;
  /** Whether the problem is the reason that was typed. */
  readonly isReason: boolean;
}

/** One adapter: how it fares and its switch. */
export function adapterScreen(
  health: AdapterHealth,
  { decides, refused }: { readonly decides: boolean; readonly refused: RefusedSwitch | null },
): Markup {
  const { ehr, mode, statements } = health;
  const [newest, ...before] = statements;
  return html`<article class="rule" id="${ehr}">
    <h2>${EHR_NAMES[ehr]} <span class="tag">${MODE_TAGS[mode]}</span></h2>
    ${
      newest === undefined
        ? html`<p class="small soft">On from the beginning; nobody has switched it.</p>`
        : html`<p class="small">Set by ${signed(newest)}: ${newest.reason}</p>`
    }
    ${
      before.length === 0
        ? ''
        : html`<details>
            <summary>Switched before</summary>
            <ul class="plain small">
              ${before.map((one) => html`<li>${MODE_TAGS[one.mode]}, set by ${signed(one)}: ${one.reason}</li>`)}
            </ul>
          </details>`
    }
    ${counts(health)} ${decides ? form(health, refused) : ''}
  </article>`;
}

function counts({ adapterVersions, pages, checks, insertions }: AdapterHealth): Markup {
  if (adapterVersions.length === 0) {
    return html`<p class="soft">No browser told of this EHR in the last 7 days.</p>`;
  }
  return html`${list(
    'Adapter',
    adapterVersions.map(({ version, browsers }) => [
      `Version ${version}`,
      browsersInWords(browsers),
    ]),
  )}
  ${list('Pages', inWords(pages, PAGE_WORDS))}
  ${
    checks.length === 0
      ? html`<p class="small">No check of the pages failed.</p>`
      : list(
          'Checks that failed',
          checks.map(({ name, adapterVersion, times, browsers }) => [
            `${name} (version ${adapterVersion})`,
            `${timesInWords(times)}, in ${browsersInWords(browsers)}`,
          ]),
        )
  }
  ${list('Insertions', inWords(insertions, INSERTION_WORDS))}`;
}

/** Totals over all versions, in the order of the words. */
function inWords(
  totals: readonly Total[],
  words: Readonly<Record<string, string>>,
): readonly (readonly [string, string])[] {
  return Object.entries(words).flatMap(([name, label]) => {
    const own = totals.filter((one) => one.name === name);
    const times = own.reduce((sum, one) => sum + one.times, 0);
    return times === 0 ? [] : [[label, timesInWords(times)] as const];
  });
}

function list(title: string, rows: readonly (readonly [string, string])[]): Markup {
  return html`<h3>${title}</h3>
    ${
      rows.length === 0
        ? html`<p class="small soft">None in the last 7 days.</p>`
        : html`<dl class="facts">
            ${rows.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}
          </dl>`
    }`;
}

function form({ ehr, mode, version }: AdapterHealth, refused: RefusedSwitch | null): Markup {
  const name = EHR_NAMES[ehr];
  const wanted = refused?.mode ?? mode;
  const problem = refused === null ? null : `${ehr}-problem`;
  const isReason = refused?.isReason === true;
  return html`<form method="post" action="/fleet/${ehr}" class="fields">
    <input type="hidden" name="version" value="${version}" />
    ${
      refused === null
        ? ''
        : html`<p class="note refused" id="${problem}" role="alert" tabindex="-1" ${isReason ? '' : 'autofocus'}>
            ${refused.problem}
          </p>`
    }
    <fieldset class="rule">
      <legend>Switch ${name}</legend>
      ${AdapterMode.options.map(
        (one) => html`<label class="tick">
          <input type="radio" name="mode" value="${one}" ${one === wanted ? 'checked' : ''} />
          <span>${MODE_WORDS[one]}</span>
        </label>`,
      )}
    </fieldset>
    <div class="field">
      <label for="${ehr}-reason">Why</label>
      <input
        id="${ehr}-reason"
        name="reason"
        value="${refused?.reason ?? ''}"
        autocomplete="off"
        aria-describedby="${isReason ? `${problem} ` : ''}${ehr}-hint"
        ${isReason ? html`aria-invalid="true" autofocus` : ''}
      />
      <p class="small soft" id="${ehr}-hint">
        Staff who open this page read it. No names of clients.
      </p>
    </div>
    <button class="main">Switch<span class="hidden"> ${name}</span></button>
  </form>`;
}
