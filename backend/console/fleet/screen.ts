import { html } from 'hono/html';
import type { Fleet, SilentBrowser } from '#backend/care/fleet/fleet-care.ts';
import { dateInWords } from '#shared/contracts/calendar.ts';
import { EHR_NAMES, type EhrId } from '#shared/contracts/ehr.ts';
import type { Markup } from '../../pages/page.ts';
import { adapterScreen, type RefusedSwitch } from './adapter-screen.ts';
import { BROWSER_WORDS, browsersInWords } from './words.ts';

/** What the page of browsers depends on. */
export interface FleetScreen {
  readonly fleet: Fleet;
  /** Whether who looks may switch. */
  readonly decides: boolean;
  readonly switched: EhrId | null;
  readonly refused: RefusedSwitch | null;
}

/** How the practice's browsers fare, and a switch for each EHR. */
export function fleetScreen({ fleet, decides, switched, refused }: FleetScreen): Markup {
  return html`<h1>Browsers</h1>
    <p>
      How Throughline fares in this practice’s browsers: versions and counts of the last 7 days. Nothing
      here is about clients, and whose browser it is, is not kept.
    </p>
    ${
      switched === null
        ? ''
        : html`<p class="note" role="status">
            ${EHR_NAMES[switched]} is switched. Browsers in use follow within 5 minutes; one that can’t
            reach this server stops inserting within 15.
          </p>`
    }
    ${decides ? '' : html`<p class="note">An admin of the practice can switch these.</p>`}
    ${fleet.adapters.map((health) =>
      adapterScreen(health, { decides, refused: refused?.ehr === health.ehr ? refused : null }),
    )}
    <section class="group">
      <h2>Versions in use</h2>
      ${
        fleet.browsers.length === 0
          ? html`<p class="soft">No browser reported in the last 7 days.</p>`
          : html`<dl class="facts">
              ${fleet.browsers.map(
                ({ browser, extensionVersion, browsers }) =>
                  html`<dt>${BROWSER_WORDS[browser]}, Throughline ${extensionVersion}</dt>
                    <dd>${browsersInWords(browsers)}</dd>`,
              )}
            </dl>`
      }
    </section>
    ${silence(fleet.silent)}`;
}

function silence(silent: readonly SilentBrowser[]): Markup {
  return html`<section class="group">
    <h2>Not heard of for a week (${silent.length})</h2>
    <p class="small soft">
      Out of use, signed out, or unable to reach this server. After 90 days they are forgotten.
    </p>
    <ul class="plain">
      ${silent.map(
        ({ browser, extensionVersion, heardOn }) =>
          html`<li>
            ${BROWSER_WORDS[browser]}, Throughline ${extensionVersion}, last on
            ${dateInWords(heardOn, { year: true })}
          </li>`,
      )}
    </ul>
  </section>`;
}
