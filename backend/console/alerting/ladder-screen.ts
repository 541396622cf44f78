import { html } from 'hono/html';
import type { LadderPerson, Standing } from '#backend/care/alerts/alerting-care.ts';
import { isOutOfHours, leavesBuilding } from '#shared/alerts/escalation.ts';
import type { Instant, TimeZone } from '#shared/contracts/calendar.ts';
import type { EscalationLadder, EscalationStep } from '#shared/contracts/ladder.ts';
import { TIER_WORDS } from '#shared/words/alerts.ts';
import { timeInWords } from '#shared/words/moments.ts';
import type { Markup } from '../../pages/page.ts';
import { field, type Problems, problemOf } from '../field.ts';
import {
  DAYS,
  LADDER_TIERS,
  type LadderTier,
  stepRows,
  type TypedLadder,
  WAYS,
  writtenSteps,
} from './ladder-form.ts';
import { standingInWords, tick } from './standing.ts';

/** What the page of the ladder depends on. */
export interface LadderScreen {
  readonly ladder: EscalationLadder;
  readonly standing: Standing;
  readonly people: readonly LadderPerson[];
  readonly decides: boolean;
  readonly saved: boolean;
  readonly typed: TypedLadder;
  readonly problems: Problems;
  readonly now: Instant;
  readonly timeZone: TimeZone;
}

const WAY_WORDS = { email: 'E-mail', text: 'Text message', browser: 'Open browser' } as const;
const DAY_WORDS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** Who is told of alerts that nobody has answered, when, and how. */
export function ladderScreen(of: LadderScreen): Markup {
  const { standing, decides, saved } = of;
  return html`<h1>Who is told of alerts</h1>
    ${saved ? html`<p class="note" role="status">Saved. It holds for alerts from now on.</p>` : ''}
    <p>
      When an alert is opened, or a new answer joins it, these people are told step by step until
      somebody says what was done. Seeing it does not end the steps. Messages say that something waits,
      never what or whose.
    </p>
    ${standingInWords(standing, 'Nothing has been changed: this is what every practice begins with.')}
    ${warnings(of)} ${decides ? editor(of) : steps(of)} ${people(of)}`;
}

/** What leaves an alert without a reader, said before anything else. */
function warnings({ ladder, people: known }: LadderScreen): Markup {
  const named = LADDER_TIERS.flatMap((tier) => ladder[tier]).some(({ to }) => to.is === 'person');
  const unreachable = known.filter(
    ({ role, email, phone }) => role === 'clinician' && !email && !phone,
  );
  return html`${LADDER_TIERS.map((tier) =>
    ladder[tier].map((step, place) => (hasLeft(step, known) ? left(tier, place) : '')),
  )}${LADDER_TIERS.map((tier) => (leavesBuilding(ladder[tier]) ? '' : browserAlone(tier)))}${
    named
      ? ''
      : html`<p class="note refused">
          No backup person is named. When the client’s clinicians do not answer, nobody else is told.
        </p>`
  }${
    unreachable.length === 0
      ? ''
      : html`<p class="note refused">
          Without an e-mail address or telephone number: ${unreachable.map(({ displayName }) => displayName).join(', ')}. They
          are told only while their browser is open. Each sets their own under “How you are told”.
        </p>`
  }`;
}

/** Whether a step names somebody who does not work here any more. */
function hasLeft({ to }: EscalationStep, known: readonly LadderPerson[]): boolean {
  return to.is === 'person' && !known.some(({ staffId }) => staffId === to.staffId);
}

function left(tier: LadderTier, place: number): Markup {
  return html`<p class="note refused">
    ${TIER_WORDS[tier]}, step ${place + 1}: whoever it names has left the practice. Others are told in their
    place, an admin first, until somebody else is chosen.
  </p>`;
}

function browserAlone(tier: LadderTier): Markup {
  return html`<p class="note refused">
    ${TIER_WORDS[tier]}: every step is for open browsers alone, which tells nobody at night. E-mails and
    text messages are sent as well, until a step is saved that names one of them.
  </p>`;
}

function steps({ ladder, people: known }: LadderScreen): Markup {
  return html`<p class="note">An admin of the practice decides about these steps.</p>
    ${LADDER_TIERS.map(
      (tier) => html`<section class="group">
        <h2>${TIER_WORDS[tier]}</h2>
        <ol class="numbered">
          ${ladder[tier].map((step) => html`<li>${stepInWords(step, known)}</li>`)}
        </ol>
      </section>`,
    )}`;
}

/** `After 15 minutes: the client’s clinicians, by text message`. */
function stepInWords({ afterMinutes, to, by }: EscalationStep, known: readonly LadderPerson[]) {
  const when = afterMinutes === 0 ? 'At once' : `After ${afterMinutes} minutes`;
  const who =
    to.is === 'clinicians'
      ? 'the client’s clinicians'
      : (known.find(({ staffId }) => staffId === to.staffId)?.displayName ??
        'somebody who has left the practice');
  return `${when}: ${who}, by ${by.map((way) => WAY_WORDS[way].toLowerCase()).join(' and ')}`;
}

function editor(of: LadderScreen): Markup {
  return html`<form method="post" action="/escalation" class="fields">
    <input type="hidden" name="version" value="${of.typed['version'] ?? '0'}" />
    ${LADDER_TIERS.map((tier) => tierFields(tier, of))} ${hours(of)}
    <div class="steps"><button class="main">Save</button></div>
  </form>`;
}

function tierFields(tier: LadderTier, of: LadderScreen): Markup {
  const shown = stepRows(tier).slice(0, writtenSteps(of.typed, tier).length + 1);
  return html`<section class="group">
    <h2>${TIER_WORDS[tier]}</h2>
    ${problemOf(tier, of.problems)} ${shown.map((row, place) => stepEditor(row, place, of))}
  </section>`;
}

function stepEditor(row: string, place: number, of: LadderScreen): Markup {
  const { typed, problems, people: known } = of;
  const [focus = null] = problems.keys();
  const to = typed[`${row}.to`] ?? 'clinicians';
  return html`<fieldset class="rule">
    <legend>Step ${place + 1}</legend>
    ${field({
      name: `${row}.after`,
      label: 'Minutes after the alert',
      value: typed[`${row}.after`] ?? '',
      kind: 'number',
      hint: place === 0 ? '0: at once.' : 'Leave it empty to have no such step.',
      problems,
      focus,
    })}
    <div class="field">
      <label for="${row}.to">Who is told</label>
      <select id="${row}.to" name="${row}.to">
        <option value="clinicians">The client’s clinicians</option>
        ${
          to === 'clinicians' || known.some(({ staffId }) => staffId === to)
            ? ''
            : html`<option value="${to}" selected>Has left: choose somebody else</option>`
        }
        ${known.map(
          ({ staffId, displayName }) =>
            html`<option value="${staffId}" ${to === staffId ? 'selected' : ''}>${displayName}</option>`,
        )}
      </select>
    </div>
    ${WAYS.map((way) => tick(`${row}.${way}`, WAY_WORDS[way], typed[`${row}.${way}`] === 'on'))}
  </fieldset>`;
}

function hours({ typed, problems, ladder, now, timeZone }: LadderScreen): Markup {
  const [focus = null] = problems.keys();
  const shown = { problems, focus };
  const isOut = isOutOfHours(ladder.outOfHours, now, timeZone);
  return html`<section class="group">
    <h2>When the practice looks</h2>
    <p>
      Told to clients; no step waits for it. Now, at ${timeInWords(now, timeZone)}, it is
      ${isOut ? 'outside these hours.' : 'within these hours.'}
    </p>
    ${problemOf('hours', problems)}
    <div class="row">
      ${DAYS.map((day) => tick(`day${day}`, DAY_WORDS[day - 1] ?? '', typed[`day${day}`] === 'on'))}
    </div>
    ${field({ name: 'fromHour', label: 'From, hour of the day (0 to 23)', value: typed['fromHour'] ?? '', kind: 'number', ...shown })}
    ${field({ name: 'toHour', label: 'Until, hour of the day (1 to 24)', value: typed['toHour'] ?? '', kind: 'number', ...shown })}
    ${field({ name: 'words', label: 'What clients read outside these hours', value: typed['words'] ?? '', kind: 'lines', hint: 'It stands beside the crisis resources. Promise nobody who watches.', ...shown })}
  </section>`;
}

function people({ people: known }: LadderScreen): Markup {
  return html`<section class="group">
    <h2>Who can be told how</h2>
    <ul class="plain">
      ${known.map(
        ({ displayName, email, phone }) =>
          html`<li>${displayName}: ${waysInWords({ email, phone })}</li>`,
      )}
    </ul>
  </section>`;
}

function waysInWords({ email, phone }: Pick<LadderPerson, 'email' | 'phone'>): string {
  const ways = [...(email ? ['e-mail'] : []), ...(phone ? ['text message'] : [])];
  return ways.length === 0 ? 'open browser alone' : ways.join(' and ');
}
