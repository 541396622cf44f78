import { html } from 'hono/html';
import { NoteSection } from '#shared/contracts/reading.ts';
import { UpdateLanguage, UpdateShape } from '#shared/contracts/update.ts';
import type { Markup } from '../../pages/page.ts';
import { field, type Problems, problemOf } from '../field.ts';
import type { PhraseForm } from './typed.ts';
import { LINE_SLOT_WORDS, SECTION_WORDS, SHAPE_WORDS, WHOLE_SLOT_WORDS } from './words.ts';

/** What the page of one phrase depends on. */
export interface PhraseEditor {
  readonly typed: PhraseForm;
  readonly problems: Problems;
  /** What it says of an invented client; null when it was not asked for. */
  readonly example: string | null;
}

const LANGUAGE_WORDS = { en: 'English', es: 'Spanish' } as const;
const PER_WORDS = { measure: 'Once for each measure', update: 'Once in the whole text' } as const;

/** The page on which a sentence of the practice's own is written, checked and tried. */
export function phraseEditor({ typed, problems, example }: PhraseEditor): Markup {
  const [focus = null] = problems.keys();
  const shown = { problems, focus };
  const { phrase, name, text, per, language, section } = typed;
  return html`<h1>${phrase === '' ? 'A new phrase' : 'Change a phrase'}</h1>
    ${problemOf('whole', problems)}
    <form method="post" action="/phrases/edit" class="fields">
      <input type="hidden" name="phrase" value="${phrase}" />
      ${field({ name: 'name', label: 'Name in the list', value: name, ...shown })}
      ${field({ name: 'text', label: 'Sentence, with slots in braces', value: text, kind: 'lines', ...shown })}
      ${example === null ? '' : tried(example)}
      ${choice('per', 'How often it stands', PER_WORDS, per)}
      ${choice('language', 'In texts written in', only(LANGUAGE_WORDS, UpdateLanguage.options), language)}
      ${shapes(typed, problems)}
      ${choice('section', 'In which part', only(SECTION_WORDS, NoteSection.options), section)}
      ${problemOf('section', problems)}
      <div class="steps">
        <button class="main" name="do" value="save">Save</button>
        <button name="do" value="preview">Try it</button>
      </div>
    </form>
    ${slots()}
    <a href="/phrases">All phrases</a>`;
}

function tried(example: string): Markup {
  return html`<div class="note" role="status" id="example">
    <p class="small soft">Of an invented client it would say:</p>
    <p>${example === '' ? 'Nothing: no sentence of it has a value for every slot.' : example}</p>
  </div>`;
}

function only<Key extends string>(
  words: Readonly<Record<Key, string>>,
  keys: readonly Key[],
): Readonly<Record<string, string>> {
  return Object.fromEntries(keys.map((key) => [key, words[key]]));
}

function choice(
  name: string,
  label: string,
  options: Readonly<Record<string, string>>,
  chosen: string,
): Markup {
  return html`<div class="field">
    <label for="${name}">${label}</label>
    <select id="${name}" name="${name}">
      ${Object.entries(options).map(
        ([value, words]) =>
          html`<option value="${value}" ${value === chosen ? 'selected' : ''}>${words}</option>`,
      )}
    </select>
  </div>`;
}

function shapes(typed: PhraseForm, problems: Problems): Markup {
  return html`<fieldset id="shapes" tabindex="-1">
    <legend>In which kinds of note</legend>
    ${problemOf('shapes', problems)}
    ${UpdateShape.options.map(
      (shape) => html`<label class="tick">
        <input type="checkbox" name="${shape}" value="on" ${typed[shape] === 'on' ? 'checked' : ''} />
        <span>${SHAPE_WORDS[shape]}</span>
      </label>`,
    )}
  </fieldset>`;
}

/** The slots there are, so that nobody has to know them by heart. */
function slots(): Markup {
  return html`<details class="group" open>
    <summary>Slots</summary>
    <p class="small soft">
      A sentence whose slot has no value for a client is left out. Numbers come from slots alone.
    </p>
    <h2>In a phrase for each measure</h2>
    <dl class="terms">${slotList(LINE_SLOT_WORDS)}</dl>
    <h2>In any phrase</h2>
    <dl class="terms">${slotList(WHOLE_SLOT_WORDS)}</dl>
  </details>`;
}

function slotList(words: Readonly<Record<string, string>>): Markup[] {
  return Object.entries(words).map(
    ([slot, means]) =>
      html`<dt><code>{${slot}}</code></dt>
        <dd>${means}</dd>`,
  );
}
