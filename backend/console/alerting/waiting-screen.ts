import { html } from 'hono/html';
import type { StandIn } from '#backend/care/alerts/alert-care.ts';
import type { AlertSeen } from '#shared/contracts/alert.ts';
import type { UnacknowledgedAlert } from '#shared/contracts/between-procedures.ts';
import { dateInWords } from '#shared/contracts/calendar.ts';
import { RULE_WORDS, TIER_WORDS } from '#shared/words/alerts.ts';
import { measureName } from '#shared/words/measures.ts';
import { momentInWords } from '#shared/words/moments.ts';
import type { Markup } from '../../pages/page.ts';
import { standInList } from './stand-in-list.ts';
import { momentOf, type When } from './when.ts';

/** A clinician's own alerts. */
interface Own {
  readonly alerts: readonly UnacknowledgedAlert[];
  /** How many more were put aside. */
  readonly putAside: number;
  /** How many risk answers stand on forms that were not sent. */
  readonly unsentRisk: number;
}

/** What the page of waiting alerts depends on. */
export interface WaitingScreen extends When {
  /** Null for whoever has no clients. */
  readonly own: Own | null;
  /** What a message has told of others' clients. */
  readonly others: readonly StandIn[];
}

/**
 * The alerts that nobody has answered. That there is none is said with the moment it was looked, and
 * never to somebody who was told of one, whosever client it is about.
 */
export function waitingScreen({ own, others, ...when }: WaitingScreen): Markup {
  return html`<h1>Alerts that wait</h1>
    ${others.length === 0 ? '' : standInList(others, when)}
    ${own === null ? forAdmin(others, when) : ownList(own, others, when)}`;
}

function forAdmin(others: readonly StandIn[], { asOf, timeZone }: When): Markup {
  if (others.length > 0) return html``;
  return html`<p class="note">
    Nothing that you were told of still waits, as of
    <strong>${momentInWords(asOf, timeZone)}</strong>. What clinicians see of their clients does not
    stand here.
  </p>`;
}

function ownList(own: Own, others: readonly StandIn[], when: When): Markup {
  const { alerts, putAside, unsentRisk } = own;
  const isNone = alerts.length === 0 && others.length === 0 && unsentRisk === 0;
  return html`<p>
      Open alerts of your clients that are urgent or about safety, as of
      <strong>${momentInWords(when.asOf, when.timeZone)}</strong>. Time takes none off this list: open the
      client’s chart and say in the panel what you did.
    </p>
    ${unsentRisk === 0 ? '' : unsentRiskNote(unsentRisk)}
    ${isNone && putAside === 0 ? html`<p class="note">None of your clients’ urgent or safety alerts is open.</p>` : ''}
    ${putAside === 0 ? '' : html`<p class="note">${isNone ? 'None waits. ' : ''}${putAsideInWords(putAside)}</p>`}
    ${alerts.length === 0 ? '' : html`<ol class="entries">${alerts.map((alert) => entry(alert, when))}</ol>`}`;
}

/** Whose they are stands in the caseload, and first there: reading this is a look at nobody. */
function unsentRiskNote(count: number): Markup {
  return html`<p class="note">
    <strong>${count === 1 ? '1 form was' : `${count} forms were`} left with a risk answer</strong> and not
    sent, so no rule has judged it. Whose it is stands first in the
    <a href="/caseload?show=needsLook">caseload</a>.
  </p>`;
}

function putAsideInWords(count: number): string {
  return `${count === 1 ? '1 is open and put aside' : `${count} are open and put aside`}, until the measure is answered again.`;
}

function entry(alert: UnacknowledgedAlert, when: When): Markup {
  const { client, rule, tier, instrumentId, openedAt, latestAt, toldAt } = alert;
  const joined = latestAt === openedAt ? '' : `, last joined ${momentOf(latestAt, when)}`;
  return html`<li>
    <h2>${client.displayName}</h2>
    <p class="small soft">Born ${dateInWords(client.birthDate, { year: true })}</p>
    <p><strong>${TIER_WORDS[tier]}</strong>: ${RULE_WORDS[rule]}, ${nameOf(instrumentId)}</p>
    <p class="small">
      Open since ${momentOf(openedAt, when)}${joined}. ${seenInWords(alert, when)}
      ${toldAt === null ? 'No message about it has left.' : `Last message left ${momentOf(toldAt, when)}.`}
    </p>
  </li>`;
}

/** What the practice itself made is not named: its title may say anything. */
function nameOf(instrumentId: string): string {
  return instrumentId.includes(':') ? 'a form of your own' : measureName(instrumentId);
}

function seenInWords({ seen, latestAt }: UnacknowledgedAlert, when: When): string {
  if (seen.length === 0) return 'Seen by nobody.';
  const one = ({ by, at, latestAt: then }: AlertSeen) =>
    `${by} ${momentOf(at, when)}${then === latestAt ? '' : ' (before the newest evidence)'}`;
  return `Seen by ${seen.map(one).join(', ')}.`;
}
