import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type EhrTab, type Harness, planFor, startHarness } from './harness.ts';

const ADDRESS = 'https://secure.simplepractice.com/appointments/2718400101';
const NOTE = `<main>
<header class="client-header"><h1 class="name">Jordan Avery</h1><ul><li class="item">DOB: 03/14/1991</li>
<li><a href="/clients/4f1c9a27be60d385/overview">Client overview</a></li></ul></header>
<section class="progress-individual-note-container"><h2>Progress note</h2>
<div class="question"><h3>Subjective</h3><div id="s"></div></div>
<div class="question"><h3>Plan</h3><div id="p"></div></div></section></main>`;

let harness: Harness;
let tab: EhrTab;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.close());
afterEach(() => tab.page.close());

/** A note whose field runs `onInput` in the page with every input. */
async function note(onInput: (area: HTMLTextAreaElement) => void) {
  tab = await harness.tab(ADDRESS, NOTE);
  await tab.editor('textarea', '#s', ['Before.']);
  await tab.editor('textarea', '#p', []);
  const reading = await tab.open();
  await tab.page.evaluate(`{
    const area = document.querySelector('textarea');
    area.addEventListener('input', () => (${onInput.toString()})(area), { once: true });
  }`);
  return planFor(reading, [{ field: reading.fields[0], text: 'PHQ-9 11/27.' }]);
}

const value = () => tab.page.$eval('textarea', (area) => area.value);

test('a form that is drawn anew after saving, its text kept, is read back where it now is', async () => {
  const plan = await note((area) => {
    const next = Object.assign(document.createElement('textarea'), { value: area.value });
    setTimeout(() => area.replaceWith(next), 100);
  });
  expect(await tab.insert(plan)).toEqual({ status: 'exact' });
  expect(await value()).toBe('Before.\n\nPHQ-9 11/27.');
  expect(await tab.undo(plan)).toEqual({ status: 'restored' });
  expect(await value()).toBe('Before.');
});

test('a form that is drawn anew with its former text holds nothing new', async () => {
  const plan = await note((area) => {
    const next = Object.assign(document.createElement('textarea'), { value: 'Before.' });
    area.replaceWith(next);
  });
  expect(await tab.insert(plan)).toEqual({ status: 'notInserted', reason: 'editorRejected' });
});

test.each<[string, (area: HTMLTextAreaElement) => void]>([
  ['a field that is gone', (area) => area.remove()],
  [
    'two fields of its name',
    (area) => {
      const question = area.closest('.question');
      const copies = [question?.cloneNode(true) ?? '', question?.cloneNode(true) ?? ''];
      question?.replaceWith(...copies);
    },
  ],
  [
    'a form of another appointment',
    (area) => {
      history.pushState(null, '', '/appointments/2718400102');
      area.replaceWith(document.createElement('textarea'));
    },
  ],
])("%s can confirm nothing, is not written to again and can't be undone", async (_, onInput) => {
  const plan = await note(onInput);
  const unconfirmed = { status: 'unconfirmed', reason: 'fieldNotFound' };
  expect(await tab.insert(plan)).toEqual(unconfirmed);
  expect((await tab.undo(plan)).status).toBe('notRestored');
});
