import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type EhrTab, type Harness, planFor, startHarness } from './harness.ts';

const SIMPLE_PRACTICE = 'https://secure.simplepractice.com/appointments/2718400101';
const THERAPY_NOTES = 'https://www.therapynotes.com/app/notes/edit/13001/';
const SESSIONS_HEALTH = 'https://app.sessionshealth.com/events/8c1d-261120';
const HEADERS = {
  [SIMPLE_PRACTICE]: `<header><h1 class="name">Jordan Avery</h1><p>DOB: 03/14/1991</p>
<a href="/clients/4f1c9a27be60d385/overview">Client overview</a></header>`,
  [THERAPY_NOTES]: `<header><h1 class="patient-name">Jordan Avery</h1><p>DOB: 3/14/1991</p>
<a href="/app/patients/edit/kT4v_9Qm2XsLr7Bd/">Back to chart</a></header>`,
  [SESSIONS_HEALTH]: `<header><h1>Jordan Avery</h1><p>DOB: 03/14/1991</p>
<a href="/clients/8c1d">Client</a></header>`,
};
const AREA = '<textarea class="primary-form-element" style="width:300px;height:60px"></textarea>';
const WHOLE = `<h3 for="RichTextbox_1">Note Content</h3>${AREA}`;
const FIELDS = `<h3 for="RichTextbox_1">Subjective</h3>${AREA}`;
const SOAP = `<h2>Progress Note</h2>${FIELDS}`;

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
  [
    'a heading that folds what is under it',
    `<h3><button aria-expanded="true">Psychotherapy Note</button></h3>${FIELDS}`,
  ],
  ['a heading that may fold it', `<h3><button>Psychotherapy Note 2</button></h3>${FIELDS}`],
  [
    'a heading in what folds it',
    `<h2>Progress Note</h2><button><h3>Process Notes</h3></button>${FIELDS}`,
  ],
  [
    'a button that has unfolded it',
    `<h2>Progress Note</h2><button aria-expanded="true"><b>Psychotherapy Note</b></button>${FIELDS}`,
  ],
  [
    'a link that has unfolded it',
    `<h2>Progress Note</h2><a href="#it" aria-expanded="true">Psychotherapy Note</a>${FIELDS}`,
  ],
  [
    'the name of a region',
    `<h2>Progress Note</h2><section aria-label="Psychotherapy Note">${FIELDS}</section>`,
  ],
  [
    'an element that names a region',
    `<h2>Progress Note</h2><div role="region" aria-labelledby="fold">${FIELDS}</div><button id="fold">Psychotherapy <i>Note</i></button>`,
  ],
] as const;

describe.each([SIMPLE_PRACTICE, THERAPY_NOTES, SESSIONS_HEALTH] as const)('on %s', (address) => {
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
      'below an unfolded psychotherapy note',
      `<h3><button aria-expanded="true">Psychotherapy Note</button></h3>${SOAP}`,
      'subjective',
    ],
    [
      'beside a fold of the other that is shut',
      `<h2>SOAP Note</h2><button aria-expanded="false">Psychotherapy Note</button>${FIELDS}`,
      'subjective',
    ],
    [
      'under a heading that offers the other',
      `<h2>SOAP Note</h2><h3><button>Add a psychotherapy note</button></h3>${FIELDS}`,
      'subjective',
    ],
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
