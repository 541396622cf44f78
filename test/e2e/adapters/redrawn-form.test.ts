import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type EhrTab, type Harness, planFor, startHarness } from './harness.ts';

const ADDRESS = 'https://secure.simplepractice.com/appointments/2718400101';
const NOTE = `<main>
<header class="client-header"><h1 class="name">Jordan Avery</h1><ul><li class="item">DOB: 03/14/1991</li>
<li><a href="/clients/4f1c9a27be60d385/overview">Client overview</a></li></ul></header>
<section class="progress-individual-note-container"><h2>Progress note</h2>
<div class="question"><h3>Subjective</h3><div id="s"></div></div>
<div class="question"><h3>Plan</h3><div id="p"></div></div></section></main>`;

type OnInput = (area: HTMLTextAreaElement) => void;

let harness: Harness;
let tab: EhrTab;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.close());
afterEach(() => tab.page.close());

/** A note whose field runs something in the page with the next input. */
async function note(run: OnInput) {
  tab = await harness.tab(ADDRESS, NOTE);
  await tab.editor('textarea', '#s', ['Before.']);
  await tab.editor('textarea', '#p', []);
  const reading = await tab.open();
  await onInput(run);
  return planFor(reading, [{ field: reading.fields[0], text: 'PHQ-9 11/27.' }]);
}

/** Runs something in the page with the next input. */
async function onInput(run: OnInput) {
  await tab.page.evaluate(`{
    const area = document.querySelector('textarea');
    area.addEventListener('input', () => (${run.toString()})(area), { once: true });
  }`);
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

test('a form that is drawn anew while it is undone is read where it now is', async () => {
  const plan = await note(() => undefined);
  expect(await tab.insert(plan)).toEqual({ status: 'exact' });
  await onInput((area) => {
    const next = Object.assign(document.createElement('textarea'), { value: 'By the page.' });
    area.replaceWith(next);
  });
  expect((await tab.undo(plan)).status).toBe('notRestored');
  expect(await value()).toBe('By the page.');
});

test.each<[string, string, OnInput]>([
  ['a field that is gone', 'fieldNotFound', (area) => area.remove()],
  [
    'two fields of its name',
    'fieldNotFound',
    (area) => {
      const question = area.closest('.question');
      const copies = [question?.cloneNode(true) ?? '', question?.cloneNode(true) ?? ''];
      question?.replaceWith(...copies);
    },
  ],
  [
    'a form of another appointment',
    'pageChanged',
    (area) => {
      history.pushState(null, '', '/appointments/2718400102');
      area.replaceWith(document.createElement('textarea'));
    },
  ],
])(
  "%s can confirm nothing, is not written to again and can't be undone",
  async (_, reason, run) => {
    const plan = await note(run);
    expect(await tab.insert(plan)).toEqual({ status: 'unconfirmed', reason });
    expect((await tab.undo(plan)).status).toBe('notRestored');
  },
);

/** The page turns a moment after the input, the field's element still in it. */
const turns: readonly [string, string, OnInput][] = [
  [
    'another appointment, the field as it was left',
    'wrongClient',
    () =>
      setTimeout(() => {
        history.pushState(null, '', '/appointments/2718400102');
        document.querySelector('h1')?.replaceChildren('Riley Chen');
      }, 80),
  ],
  [
    'another appointment of the same client',
    'pageChanged',
    () => setTimeout(() => history.pushState(null, '', '/appointments/2718400102'), 80),
  ],
  [
    'another appointment, the field as it was before',
    'wrongClient',
    (area) => {
      const before = area.value.split('\n')[0] ?? '';
      setTimeout(() => {
        history.pushState(null, '', '/appointments/2718400102');
        document.querySelector('h1')?.replaceChildren('Riley Chen');
        area.value = before;
      }, 80);
    },
  ],
  [
    'somebody else at the same address',
    'wrongClient',
    () => setTimeout(() => document.querySelector('h1')?.replaceChildren('Riley Chen'), 80),
  ],
];

test.each(turns)('a page that turned to %s confirms no insertion', async (_, reason, run) => {
  const plan = await note(run);
  expect(await tab.insert(plan)).toEqual({ status: 'unconfirmed', reason });
  expect((await tab.undo(plan)).status).toBe('notRestored');
});

test.each(turns)('a page that turned to %s confirms no undo', async (_, reason, run) => {
  const plan = await note(() => undefined);
  expect(await tab.insert(plan)).toEqual({ status: 'exact' });
  await onInput(run);
  expect(await tab.undo(plan)).toEqual({ status: 'unconfirmed', reason });
});

test('a page whose header is drawn anew for the same client confirms what it holds', async () => {
  const plan = await note(() =>
    setTimeout(() => {
      const header = document.querySelector('.client-header');
      header?.replaceWith(header.cloneNode(true));
    }, 250),
  );
  expect(await tab.insert(plan)).toEqual({ status: 'exact' });
});
