import { html } from 'hono/html';
import type { Markup } from '../../pages/page.ts';
import type { Problems } from '../field.ts';
import { field, problemOf } from '../field.ts';
import type { DraftItem } from './draft.ts';

/** What one question of a draft's page depends on. */
export interface ItemFields {
  readonly item: DraftItem;
  /** From 1. */
  readonly number: number;
  /** How many questions there are. */
  readonly count: number;
  readonly problems: Problems;
  readonly focus: string | null;
}

const KINDS = { rating: 'Rating', choice: 'Choice', text: 'Short text' } as const;

/** One question with everything that can be said of it. */
export function itemFields(of: ItemFields): Markup {
  const { item, number, problems } = of;
  const own = ofItem(of);
  return html`<fieldset class="rule" id="i${number}" tabindex="-1">
    <legend>${number}. ${KINDS[item.kind]}</legend>
    <input type="hidden" name="i${number}.kind" value="${item.kind}" />
    <input type="hidden" name="i${number}.id" value="${item.id}" />
    ${problemOf(`i${number}`, problems)}
    ${own('name', 'Short name, for the chart', item.name)}
    ${own('text', 'The question that the client reads', item.text, 'lines')}
    ${answered(of)} ${moves(of)}
  </fieldset>`;
}

function answered(of: ItemFields): Markup {
  const { item } = of;
  const own = ofItem(of);
  if (item.kind === 'text') {
    return own('maxLength', 'Longest answer, in characters (1 to 2000)', item.maxLength, 'number');
  }
  if (item.kind === 'choice') return html`${options(of)} ${direction(of)}`;
  return html`${own('min', 'Lowest number (from 0)', item.min, 'number')}
    ${own('minLabel', 'What the lowest number means', item.minLabel)}
    ${own('max', 'Highest number (up to 10)', item.max, 'number')}
    ${own('maxLabel', 'What the highest number means', item.maxLabel)} ${direction(of)}`;
}

function direction({ item, number }: ItemFields): Markup {
  const name = `i${number}.direction`;
  const choice = (value: string, words: string) =>
    html`<option value="${value}" ${item.direction === value ? html`selected` : ''}>${words}</option>`;
  return html`<div class="field">
    <label for="${name}">Which side is better</label>
    <select id="${name}" name="${name}">
      ${choice('higherWorse', 'Higher is worse')} ${choice('higherBetter', 'Higher is better')}
    </select>
  </div>`;
}

function options({ item, number, problems, focus }: ItemFields): Markup {
  const rows = item.options.map(({ value, label }, index) => {
    const place = index + 1;
    const name = `i${number}.o${place}`;
    return html`<li class="option">
      ${field({ name: `${name}.value`, label: 'Number', value, problems, focus, kind: 'number' })}
      ${field({ name: `${name}.label`, label: `Choice ${place}`, value: label, problems, focus })}
      <button class="quiet" name="do" value="remove-option-${number}-${place}">
        Remove<span class="hidden"> choice ${place} of question ${number}</span>
      </button>
    </li>`;
  });
  return html`${problemOf(`i${number}.options`, problems)}
    <ol class="entries">
      ${rows}
    </ol>
    ${
      item.options.length < 7
        ? html`<button name="do" value="add-option-${number}">
            Add a choice<span class="hidden"> to question ${number}</span>
          </button>`
        : ''
    }`;
}

function moves({ number, count }: ItemFields): Markup {
  const button = (what: string, words: string) =>
    html`<button class="quiet" name="do" value="${what}-${number}">
      ${words}<span class="hidden"> question ${number}</span>
    </button>`;
  return html`<div class="steps">
    ${number > 1 ? button('up', 'Move up') : ''} ${number < count ? button('down', 'Move down') : ''}
    ${button('remove', 'Remove')}
  </div>`;
}

function ofItem({ number, problems, focus }: ItemFields) {
  return (part: string, label: string, value: string, kind: 'text' | 'number' | 'lines' = 'text') =>
    field({ name: `i${number}.${part}`, label, value, problems, focus, kind });
}
