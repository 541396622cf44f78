import { html } from 'hono/html';
import type { StandIn } from '#backend/care/alerts/alert-care.ts';
import { caseloadFacts } from '#shared/caseload/facts.ts';
import { CASELOAD_FILTERS, type CaseloadFilter, caseloadOf } from '#shared/caseload/filter.ts';
import { calmInWords, noneUrgentInWords, reasonsFor, urgencyOf } from '#shared/caseload/reasons.ts';
import { CASELOAD_RULES, TIE_WORDS } from '#shared/caseload/rules.ts';
import {
  type CalendarDate,
  dateInWords,
  dateInZone,
  type Instant,
} from '#shared/contracts/calendar.ts';
import type { CaseloadRow } from '#shared/contracts/caseload.ts';
import { EHR_NAMES } from '#shared/contracts/ehr.ts';
import type { WhoAmI } from '#shared/contracts/procedures.ts';
import { momentInWords, timeInWords } from '#shared/words/moments.ts';
import type { Markup } from '../../pages/page.ts';
import { standInList } from '../alerting/stand-in-list.ts';

/** What the page of a caseload depends on. */
export interface CaseloadScreen {
  /** In the order of `shared/caseload/order.ts`. */
  readonly rows: readonly CaseloadRow[];
  /** What a message has told the clinician of others' clients. */
  readonly others: readonly StandIn[];
  readonly filter: CaseloadFilter;
  readonly asOf: Instant;
  readonly who: Pick<WhoAmI, 'displayName' | 'practiceName' | 'timeZone'>;
}

/** Who to look at first, why, and what is out: on a screen or on paper. */
export function caseloadScreen({ rows, others, filter, asOf, who }: CaseloadScreen): Markup {
  const shown = caseloadOf(rows, filter);
  const today = dateInZone(asOf, who.timeZone);
  return html`<h1>Caseload</h1>
    ${others.length === 0 ? '' : standInList(others, { asOf, timeZone: who.timeZone })}
    <p>
      ${summaryOf(rows, others)} ${rows.length} in the caseload of ${who.displayName}, ${who.practiceName}. As of
      <strong>${momentInWords(asOf, who.timeZone)}</strong>; what came in since is not in it.
    </p>
    ${filters(rows, filter)}
    ${shown.length === 0 ? html`<p class="note">Nobody on this list.</p>` : people(shown, { today, at: timeInWords(asOf, who.timeZone) })}
    ${sortedBy()}
    <p class="small soft paper">Names clients. Keep and destroy it as you would a chart.</p>`;
}

/** Beside what somebody was told of, that the own clients have nothing urgent would read as safety. */
function summaryOf(rows: readonly CaseloadRow[], others: readonly StandIn[]): string {
  const first = rows.filter(({ waiting }) => urgencyOf(waiting) === 'first').length;
  if (first > 0) return `${first} ${first === 1 ? 'needs' : 'need'} a look first, of`;
  return others.length > 0 ? 'Your own clients:' : `${noneUrgentInWords(rows)}, of`;
}

function filters(rows: readonly CaseloadRow[], chosen: CaseloadFilter): Markup {
  return html`<nav class="row screen-only" aria-label="Show">
    ${CASELOAD_FILTERS.map(
      ({ value, label }) =>
        html`<a
          class="button"
          href="/caseload?show=${value}"
          ${value === chosen ? html`aria-current="true"` : ''}
          >${label} (${caseloadOf(rows, value).length})</a
        >`,
    )}
  </nav>`;
}

/** The practice's day and time by which the page was read: it can lie open, or on paper, for long. */
interface ReadAt {
  readonly today: CalendarDate;
  readonly at: string;
}

function people(rows: readonly CaseloadRow[], readAt: ReadAt): Markup {
  return html`<ol class="caseload">
    ${rows.map((row) => person(row, readAt))}
  </ol>`;
}

function person(row: CaseloadRow, { today, at }: ReadAt): Markup {
  const { client, waiting, linkedEhrs } = row;
  const reasons = reasonsFor(waiting, today);
  const urgency = urgencyOf(waiting);
  const linked = linkedEhrs.map((ehr) => EHR_NAMES[ehr]).join(', ');
  return html`<li class="${urgency}">
    <h2>
      ${client.displayName}
      ${urgency === 'first' ? html`<span class="tag">Look first</span>` : ''}
    </h2>
    <p class="small soft">
      Born ${dateInWords(client.birthDate, { year: true })}${linked === '' ? '' : ` · in ${linked}`}
    </p>
    ${urgency === 'none' ? html`<p>At ${at}: ${calmInWords(waiting)}.</p>` : ''}
    ${
      reasons.length === 0
        ? ''
        : html`<ul class="plain">
            ${reasons.map(
              ({ rule, words }) =>
                html`<li>${words} <span class="small soft">(rule ${rule.number})</span></li>`,
            )}
          </ul>`
    }
    <p class="small soft">${caseloadFacts(row, today).join(' · ')}</p>
  </li>`;
}

function sortedBy(): Markup {
  return html`<section class="group">
    <h2>How this list is sorted</h2>
    <ol class="numbered">
      ${CASELOAD_RULES.map(({ title }) => html`<li>${title}</li>`)}
    </ol>
    <p class="small soft">${TIE_WORDS} There is no score behind it.</p>
  </section>`;
}
