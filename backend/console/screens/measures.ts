import { html } from 'hono/html';
import type { PracticeMeasure, Signed } from '#backend/care/practice-care.ts';
import { dateInWords } from '#shared/contracts/calendar.ts';
import { HAND_SCORED } from '#shared/instruments/hand-scored/registry.ts';
import type { Sendability } from '#shared/instruments/sendability.ts';
import type { Markup } from '../../pages/page.ts';

/** The groups of the list, in the order in which they matter. */
const GROUPS: readonly {
  readonly title: string;
  readonly standing: readonly Sendability[];
}[] = [
  { title: 'Waiting for the practice to confirm', standing: ['practiceMustConfirm'] },
  { title: 'Can be sent to clients', standing: ['sendable'] },
  { title: 'Can’t be sent yet', standing: ['wordingAbsent', 'locked'] },
  { title: 'Worked out from other measures', standing: ['derived'] },
];

/** Every measure of this build: whether it can be sent, and why not. */
export function measuresScreen(measures: readonly PracticeMeasure[]): Markup {
  return html`<h1>Measures</h1>
    <p>What this practice may send to its clients, and what stands in the way of the rest.</p>
    ${GROUPS.map(({ title, standing }) =>
      group(
        title,
        measures.filter(({ sendability }) => standing.includes(sendability)),
      ),
    )}
    ${notOffered()}`;
}

function group(title: string, measures: readonly PracticeMeasure[]): Markup {
  return html`<section class="group">
    <h2>${title} (${measures.length})</h2>
    <ul class="entries">
      ${measures.map(entry)}
    </ul>
  </section>`;
}

function entry(of: PracticeMeasure): Markup {
  const { id, shortTitle, title } = of.measure;
  return html`<li>
    <h3>${shortTitle}</h3>
    <p class="soft small">${title}</p>
    <p>${standingInWords(of)}</p>
    <a href="/measures/${id}"
      >${of.sendability === 'practiceMustConfirm' ? 'Read the licence and decide' : 'Licence'}<span
        class="hidden"
      >
        of ${shortTitle}</span
      ></a
    >
  </li>`;
}

/** Whether a measure can be sent, in a sentence with its reason. */
export function standingInWords({
  measure,
  sendability,
  confirmed,
  confirmedEarlier,
  withdrawn: [last],
}: PracticeMeasure): string {
  if (sendability === 'locked') return 'Locked: nobody has read the owner’s terms yet.';
  if (sendability === 'wordingAbsent') {
    return 'The owner’s wording is not at hand, so there are no questions to send.';
  }
  if (sendability === 'derived') return 'It has no questions of its own.';
  if (sendability === 'practiceMustConfirm') {
    if (confirmedEarlier !== null)
      return `The terms read otherwise now than those that ${signed(confirmedEarlier)} confirmed.`;
    const why =
      last === undefined ? '' : ` The confirmation was withdrawn by ${signed(last.withdrawn)}.`;
    return `Not confirmed now: somebody has to confirm that this practice may send it under its licence.${why}`;
  }
  if (confirmed !== null) return `The practice’s right was confirmed by ${signed(confirmed)}.`;
  return measure.licence.tier === 'free' ? 'Free to use.' : 'Free to use under its licence.';
}

/** `Dana Whitfield on 20 Nov 2026`. */
export function signed({ by, on }: Signed): string {
  return `${by} on ${dateInWords(on, { year: true })}`;
}

function notOffered(): Markup {
  return html`<details class="group">
    <summary>Not part of Throughline (${HAND_SCORED.length})</summary>
    <p>Their totals <a href="/hand-measures">can be entered by hand</a>.</p>
    <ul class="entries">
      ${HAND_SCORED.map(
        ({ title, why, alternative }) =>
          html`<li>
            <h3>${title}</h3>
            <p>${why} ${alternative === null ? '' : `Offer instead: ${alternative}.`}</p>
          </li>`,
      )}
    </ul>
  </details>`;
}
