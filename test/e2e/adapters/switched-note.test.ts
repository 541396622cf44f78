import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type EhrTab, type Harness, planFor, startHarness } from './harness.ts';

const ADDRESS = 'https://www.therapynotes.com/app/notes/edit/77/';

/** A note without an id of its own: title and date alone tell it from the client's next one. */
const NOTE = `<main>
<header><div data-testid="patientheaderview-patientname-container">Jordan Avery</div>
<div data-testid="patientheaderview-dob-container">3/14/1991</div></header>
<h2 id="title">SOAP Progress Note</h2><p id="date">Session Date: 11/20/2026</p>
<h3 for="RichTextbox_13000">Plan</h3><textarea>Before.</textarea></main>`;

const switches: readonly [string, () => void][] = [
  [
    'of another date',
    () => document.querySelector('#date')?.replaceChildren('Session Date: 11/13/2026'),
  ],
  [
    'of another template',
    () => document.querySelector('#title')?.replaceChildren('DAP Progress Note'),
  ],
  ['without a date', () => document.querySelector('#date')?.remove()],
];

let harness: Harness;
let tab: EhrTab;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.close());
afterEach(() => tab.page.close());

/** An open note, and a plan for it. */
async function planned() {
  tab = await harness.tab(ADDRESS, NOTE);
  const reading = await tab.open();
  expect(reading).toMatchObject({
    appointment: { id: null, date: '2026-11-20' },
    note: { template: 'SOAP Progress Note' },
  });
  return planFor(reading, [{ field: reading.fields[0], text: 'PHQ-9 11/27.' }]);
}

const value = () => tab.page.$eval('textarea', (area) => area.value);

test.each(switches)('a note %s, opened in place, takes no text', async (_, turn) => {
  const plan = await planned();
  await tab.page.evaluate(turn);
  expect(await tab.insert(plan)).toEqual({ status: 'notInserted', reason: 'pageChanged' });
  expect(await value()).toBe('Before.');
});

test.each(switches)('a note %s, opened in place, confirms nothing', async (_, turn) => {
  const plan = await planned();
  await tab.page.evaluate(`document.querySelector('textarea')
    .addEventListener('input', () => setTimeout(${turn.toString()}, 80), { once: true })`);
  expect(await tab.insert(plan)).toEqual({ status: 'unconfirmed', reason: 'pageChanged' });
  expect(await tab.undo(plan)).toEqual({ status: 'notRestored', reason: 'pageChanged' });
  expect(await value()).toBe('Before.\n\nPHQ-9 11/27.');
});
