import { html } from 'hono/html';
import type { Markup } from '../../pages/page.ts';
import type { Reader } from '../reader.ts';

/** What a link asks before it opens. */
export interface DoorScreen {
  readonly reader: Reader;
  /** Address of the link, without a slash at the end. */
  readonly base: string;
  /** What comes after the link's address on the way in: `/q/3`, or nothing. */
  readonly at: string;
  /** Why the date was not taken; null the first time. */
  readonly problem: string | null;
  /**
   * Fields of an answer, or of words, that were on their way: they are saved once the date is right.
   * `undone` stands for anything else that was pressed.
   */
  readonly carried: Readonly<Record<string, string>>;
}

/**
 * Asks for the birth date, in three fields, since nobody's calendar goes back that far by tapping.
 * The month is named: of 03/04 nobody knows which is which. Nothing is filled in by the browser,
 * which could be somebody else's.
 */
export function door({ reader, base, at, problem, carried }: DoorScreen): Markup {
  const { say } = reader;
  const words = say.door;
  const isKept = Object.keys(carried).length > 0 ? words.carried : null;
  const note = carried['undone'] === undefined ? isKept : words.undone;
  return html`<h1 id="heading" tabindex="-1">${words.heading}</h1>
    <p>${words.why}</p>
    ${reader.kiosk ? html`<p class="note">${words.kiosk}</p>` : ''}
    ${note === null ? '' : html`<p class="note">${note}</p>`}
    ${problem === null ? '' : html`<p class="note refused" role="alert" id="problem">${problem}</p>`}
    <form method="post" action="${base}/birth-date" data-step class="fields" autocomplete="off">
      <input type="hidden" name="at" value="${at}" />
      ${Object.entries(carried).map(
        ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
      )}
      <div class="born" role="group" aria-labelledby="heading">
        <div class="field">
          <label for="born-month">${words.month}</label>
          <select id="born-month" name="month" required ${describedBy(problem)}>
            <option value="">${words.chooseMonth}</option>
            ${say.months.map((name, index) => html`<option value="${index + 1}">${name}</option>`)}
          </select>
        </div>
        ${number('day', words.day, 2, problem)} ${number('year', words.year, 4, problem)}
      </div>
      <button class="main">${words.goOn}</button>
    </form>`;
}

function number(name: string, label: string, digits: number, problem: string | null): Markup {
  return html`<div class="field">
    <label for="born-${name}">${label}</label>
    <input
      id="born-${name}"
      name="${name}"
      inputmode="numeric"
      pattern="[0-9]*"
      maxlength="${digits}"
      size="${digits}"
      required
      ${describedBy(problem)}
    />
  </div>`;
}

function describedBy(problem: string | null): Markup | '' {
  return problem === null ? '' : html`aria-invalid="true" aria-describedby="problem"`;
}
