import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type EhrTab, type Harness, planFor, startHarness } from './harness.ts';

const SIMPLE_PRACTICE = 'https://secure.simplepractice.com/appointments/2718400101';
const THERAPY_NOTES = 'https://www.therapynotes.com/app/notes/edit/13001/';
const HEADERS = {
  [SIMPLE_PRACTICE]: `<header><h1 class="name">Jordan Avery</h1><p>DOB: 03/14/1991</p>
<a href="/clients/4f1c9a27be60d385/overview">Client overview</a></header>`,
  [THERAPY_NOTES]: `<header><h1 class="patient-name">Jordan Avery</h1><p>DOB: 3/14/1991</p>
<a href="/app/patients/edit/kT4v_9Qm2XsLr7Bd/">Back to chart</a></header>`,
};
const AREA = '<textarea style="width:300px;height:60px"></textarea>';
const WHOLE = `<h3 for="RichTextbox_1">Note Content</h3>${AREA}`;
const SOAP = `<h2>Progress Note</h2><h3 for="RichTextbox_1">Subjective</h3>${AREA}`;

let harness: Harness;
let tab: EhrTab;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.close());
afterEach(() => tab.page.close());

async function fieldOf(address: keyof typeof HEADERS, note: string) {
  tab = await harness.tab(address, `<main>${HEADERS[address]}${note}</main>`);
  await tab.page.evaluate(() => {
    for (const template of document.querySelectorAll('template')) {
      const root = template.parentElement?.attachShadow({ mode: 'open' });
      root?.append(template.content);
    }
  });
  const reading = await tab.open();
  return { reading, field: reading.fields[0] };
}

const MARKED = [
  ['a title in a div', `<div>Psychotherapy Note</div>${WHOLE}`],
  ['a title in bold', `<p><b>Psychotherapy</b> Note</p>${WHOLE}`],
  ['a title in a dialog', `<dialog open><h2>Psychotherapy Note</h2></dialog>${WHOLE}`],
  [
    'a remark under the title',
    `${SOAP.slice(0, 22)}<p>This process note is kept apart.</p>${WHOLE}`,
  ],
  ['a class in camel case', `<div class="psychotherapyNoteEditor">${SOAP}</div>`],
  [
    'a class with a word in between',
    `<div class="psychotherapy-individual-note-container">${SOAP}</div>`,
  ],
  ['an id with underscores', `<div id="psychotherapy_notes_container">${SOAP}</div>`],
  [
    'a class outside a shadow root',
    `<x-notes class="processNote"><x-note><template>${SOAP}</template></x-note></x-notes>`,
  ],
  [
    'a title in a shadow root before it',
    `<x-title><template><b>Process note</b></template></x-title>${WHOLE}`,
  ],
  ['nothing but a whole note without a title', WHOLE],
] as const;

describe.each([SIMPLE_PRACTICE, THERAPY_NOTES] as const)('on %s', (address) => {
  test.each(MARKED)('%s marks a psychotherapy note, and nothing is written', async (_, note) => {
    const { reading, field } = await fieldOf(address, note);
    expect([field?.psychotherapy, field?.section]).toEqual([true, null]);
    const outcome = await tab.insert(planFor(reading, [{ field, text: 'Update' }]));
    expect(outcome).toEqual({ status: 'notInserted', reason: 'psychotherapyNote' });
  });

  test.each([
    ['under its own title', `<h2>Progress Note</h2>${WHOLE}`, 'whole'],
    ['that treats psychotherapy', `<h2>Psychotherapy Progress Note</h2>${WHOLE}`, 'whole'],
    ['below a psychotherapy note', `<b>Psychotherapy Note</b>${SOAP}`, 'subjective'],
    [
      'beside an offer of the other',
      `<h2>SOAP Note</h2><button>Psychotherapy Note</button>${WHOLE}`,
      'whole',
    ],
  ] as const)('a progress note %s takes text', async (_, note, section) => {
    const { field } = await fieldOf(address, note);
    expect([field?.psychotherapy, field?.section]).toEqual([false, section]);
  });
});
