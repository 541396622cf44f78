import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { EditorName } from './browser/editors.ts';
import { type EhrTab, type Harness, planFor, startHarness } from './harness.ts';

const ADDRESS = 'https://secure.simplepractice.com/appointments/2718400101';
const NOTE = `<main>
<header class="client-header"><h1 class="name">Jordan Avery</h1><ul><li class="item">DOB: 03/14/1991</li>
<li><a href="/clients/4f1c9a27be60d385/overview">Client overview</a></li></ul></header>
<section class="progress-individual-note-container"><h2>Progress note</h2>
<div class="question"><h3>Subjective</h3><div id="s"></div></div>
<div class="question"><h3>Plan</h3><div id="p"></div></div></section></main>`;

const UPDATE = `Measures since 5 Nov 2026. PHQ-9 11/27, "moderate" range & <falling>.
Second line.

Third after a blank line.`;

const EDITORS: EditorName[] = ['prosemirror', 'tiptap', 'contenteditable', 'textarea'];

let harness: Harness;
let tab: EhrTab;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.close());
afterEach(() => tab.page.close());

async function note(name: EditorName, lines: readonly string[]) {
  tab = await harness.tab(ADDRESS, NOTE);
  await tab.editor(name, '#s', lines);
  await tab.editor(name, '#p', []);
  const reading = await tab.open();
  const field = reading.fields.find(({ section }) => section === 'subjective');
  return { reading, field };
}

describe.each(EDITORS)('in %s', (name) => {
  test('an Update goes below what was written, exactly, and back out without a trace', async () => {
    const { reading, field } = await note(name, ['Client arrived on time.', '', 'Slept badly.']);
    const [before, shape] = [await tab.model('#s'), await tab.structure('#s')];
    const plan = planFor(reading, [{ field, text: UPDATE }]);
    expect(await tab.insert(plan)).toEqual({ status: 'exact' });
    expect(await tab.model('#s')).toBe(`${before}\n\n${UPDATE}`);
    expect(await tab.undo(plan)).toEqual({ status: 'restored' });
    expect(await tab.model('#s')).toBe(before);
    expect(await tab.structure('#s')).toBe(shape);
  });

  test('an Update fills an empty field, exactly, and leaves it empty again', async () => {
    const { reading, field } = await note(name, []);
    const shape = await tab.structure('#s');
    const plan = planFor(reading, [{ field, text: UPDATE }]);
    expect(await tab.insert(plan)).toEqual({ status: 'exact' });
    expect(await tab.model('#s')).toBe(UPDATE);
    expect(await tab.undo(plan)).toEqual({ status: 'restored' });
    expect((await tab.model('#s')).trim()).toBe('');
    // Where there is no model, the browser keeps a break for the caret.
    expect((await tab.structure('#s')).replace(/^<br>$/, '')).toBe(shape);
  });
});

describe.each(EDITORS)('in %s, what the clinician types is never lost', (name) => {
  test('typed just before: undo takes the Update and leaves the words', async () => {
    const { reading, field } = await note(name, ['Client arrived']);
    await typeInto('#s', ' late.');
    await expect.poll(() => tab.model('#s')).toBe('Client arrived late.');
    const plan = planFor(reading, [{ field, text: UPDATE }]);
    expect(await tab.insert(plan)).toEqual({ status: 'exact' });
    expect(await tab.undo(plan)).toEqual({ status: 'restored' });
    expect(await tab.model('#s')).toBe('Client arrived late.');
  });

  test('typed since: undo refuses and touches nothing', async () => {
    const { reading, field } = await note(name, ['Client arrived.']);
    const plan = planFor(reading, [{ field, text: 'PHQ-9 11/27.' }]);
    expect(await tab.insert(plan)).toEqual({ status: 'exact' });
    await tab.page.keyboard.type(' Discussed.');
    expect(await tab.undo(plan)).toEqual({ status: 'notRestored', reason: 'noteChangedSince' });
    expect(await tab.model('#s')).toBe('Client arrived.\n\nPHQ-9 11/27. Discussed.');
  });
});

test('an editor that drops the change is reported, and what was there still is', async () => {
  const { reading, field } = await note('deaf', ['Client arrived on time.']);
  const outcome = await tab.insert(planFor(reading, [{ field, text: UPDATE }]));
  expect(outcome).toEqual({ status: 'notInserted', reason: 'editorRejected' });
  expect(await tab.model('#s')).toBe('Client arrived on time.');
});

test('a field that takes the text back later is not called inserted', async () => {
  const { reading, field } = await note('textarea', ['Before.']);
  await tab.page.$eval('#s textarea', (area) => {
    area.addEventListener('input', () => setTimeout(() => (area.value = 'Before.'), 150));
  });
  const outcome = await tab.insert(planFor(reading, [{ field, text: UPDATE }]));
  expect(outcome).toEqual({ status: 'notInserted', reason: 'editorRejected' });
});

test('a field that rewrites the text is reported as altered', async () => {
  const { reading, field } = await note('textarea', []);
  await tab.page.$eval('#s textarea', (area) => {
    area.addEventListener('input', () => (area.value = `${area.value} (draft)`));
  });
  const outcome = await tab.insert(planFor(reading, [{ field, text: 'PHQ-9 11/27.' }]));
  expect(outcome).toEqual({ status: 'changed', detail: 'altered' });
});

test('a controlled field, which draws itself from its state, takes the text and gives it back', async () => {
  const { reading, field } = await note('textarea', ['Before.']);
  await tab.page.$eval('#s textarea', (area) => {
    let state = area.value;
    area.addEventListener('input', () => {
      state = area.value;
      requestAnimationFrame(() => (area.value = state));
    });
  });
  const plan = planFor(reading, [{ field, text: 'PHQ-9 11/27.' }]);
  expect(await tab.insert(plan)).toEqual({ status: 'exact' });
  expect(await tab.undo(plan)).toEqual({ status: 'restored' });
  expect(await tab.model('#s')).toBe('Before.');
});

test.each([
  ['the client', 'wrongClient', () => setText('h1', 'Riley Chen')],
  ['the birth date', 'wrongClient', () => setText('li', 'DOB: 03/15/1991')],
  ['the linked record', 'wrongClient', () => setLink('a80e52d19c7fb364')],
  ['the address', 'pageChanged', () => history.pushState(null, '', '/appointments/2718400102')],
  ['the field’s label', 'fieldChanged', () => setText('h3', 'Assessment')],
  ['the field’s element', 'fieldNotFound', () => document.querySelector('textarea')?.remove()],
  [
    'the field’s state',
    'locked',
    () => document.querySelector('textarea')?.setAttribute('readonly', ''),
  ],
  ['the page', 'pageChanged', () => document.querySelector('section')?.remove()],
])('when %s changed since the preview: %s, and nothing is written', async (_, reason, change) => {
  const { reading, field } = await note('textarea', ['Before.']);
  await tab.page.evaluate(() => {
    Object.assign(globalThis, {
      setText: (selector: string, text: string) => {
        const element = document.querySelector(selector);
        if (element !== null) element.textContent = text;
      },
      setLink: (id: string) =>
        document.querySelector('a')?.setAttribute('href', `/clients/${id}/overview`),
      area: document.querySelector('textarea'),
    });
  });
  await tab.page.evaluate(change);
  const outcome = await tab.insert(planFor(reading, [{ field, text: UPDATE }]));
  expect(outcome).toEqual({ status: 'notInserted', reason });
  expect(await tab.page.evaluate(() => Reflect.get(globalThis, 'area').value)).toBe('Before.');
});

test('a page that moves on while the caret is being placed is not written to', async () => {
  const { reading, field } = await note('textarea', ['Before.']);
  await tab.page.$eval('#s textarea', (element) => {
    element.addEventListener('focus', () => {
      const heading = document.querySelector('h1');
      if (heading !== null) heading.textContent = 'Riley Chen';
    });
  });
  const outcome = await tab.insert(planFor(reading, [{ field, text: UPDATE }]));
  expect(outcome).toEqual({ status: 'notInserted', reason: 'wrongClient' });
  expect(await tab.model('#s')).toBe('Before.');
});

test('a plan that names one identifier alone proves nobody', async () => {
  const { reading, field } = await note('textarea', []);
  const plan = planFor(reading, [{ field, text: UPDATE }]);
  const expected = { ...plan.expected, name: null, birthDate: null };
  expect(await tab.insert({ ...plan, expected })).toEqual({
    status: 'notInserted',
    reason: 'ambiguousClient',
  });
});

test('the second field is refused, so the outcome is partial, and undo takes the first back', async () => {
  const { reading } = await note('textarea', ['Before.']);
  const [first, second] = reading.fields;
  await tab.page.$eval('#s textarea', (element) => {
    element.addEventListener('input', () =>
      document.querySelector('#p textarea')?.setAttribute('disabled', ''),
    );
  });
  const plan = planFor(reading, [
    { field: first, text: 'PHQ-9 11/27.' },
    { field: second, text: 'Next check-in 10 Nov.' },
  ]);
  expect(await tab.insert(plan)).toEqual({ status: 'changed', detail: 'partial' });
  expect([await tab.model('#s'), await tab.model('#p')]).toEqual(['Before.\n\nPHQ-9 11/27.', '']);
  await tab.settled(({ fields }) => fields.length === 1);
  expect(await tab.undo(plan)).toEqual({ status: 'restored' });
  expect(await tab.model('#s')).toBe('Before.');
});

test('an Update arrives while the keyboard is in a frame of another site, as the panel is', async () => {
  const { reading, field } = await note('prosemirror', ['Before.']);
  await tab.page.evaluate(() => {
    const frame = document.createElement('iframe');
    frame.src = 'https://panel.example/';
    document.body.append(frame);
  });
  const frame = await tab.page.waitForFrame('https://panel.example/');
  await (await frame.waitForSelector('input'))?.click();
  const focused = () => tab.page.evaluate(() => document.activeElement?.localName);
  expect(await focused()).toBe('iframe');
  const plan = planFor(reading, [{ field, text: 'PHQ-9 11/27.' }]);
  expect(await tab.insert(plan)).toEqual({ status: 'exact' });
  expect(await tab.model('#s')).toBe('Before.\n\nPHQ-9 11/27.');
  await (await frame.waitForSelector('input'))?.click();
  expect(await tab.undo(plan)).toEqual({ status: 'restored' });
  expect(await tab.model('#s')).toBe('Before.');
});

test('the same insertion asked for twice is written once', async () => {
  const { reading, field } = await note('prosemirror', []);
  const plan = planFor(reading, [{ field, text: 'PHQ-9 11/27.' }]);
  const both = await Promise.all([tab.insert(plan), tab.insert(plan)]);
  expect(both).toEqual([{ status: 'exact' }, { status: 'exact' }]);
  expect(await tab.model('#s')).toBe('PHQ-9 11/27.');
});

test('a page whose frames are not drawn, as in a hidden tab, does not hang', async () => {
  const { reading, field } = await note('prosemirror', []);
  await tab.page.evaluate(() => Object.assign(globalThis, { requestAnimationFrame: () => 0 }));
  const outcome = await tab.insert(planFor(reading, [{ field, text: 'PHQ-9 11/27.' }]));
  expect(outcome).toEqual({ status: 'exact' });
});

test('undo knows only what was inserted on this page since the last navigation', async () => {
  const { reading, field } = await note('prosemirror', []);
  const plan = planFor(reading, [{ field, text: 'PHQ-9 11/27.' }]);
  expect(await tab.undo(plan)).toEqual({ status: 'notRestored', reason: 'nothingToUndo' });
  expect(await tab.insert(plan)).toEqual({ status: 'exact' });
  await tab.page.evaluate(() => history.replaceState(null, '', '?saved=1'));
  expect(await tab.undo(plan)).toEqual({ status: 'restored' });
  const again = planFor(await tab.settled(), [{ field, text: 'PHQ-9 11/27.' }]);
  expect(await tab.insert(again)).toEqual({ status: 'exact' });
  await tab.page.evaluate(() => history.pushState(null, '', '/appointments/2718400102'));
  expect(await tab.undo(again)).toEqual({ status: 'notRestored', reason: 'nothingToUndo' });
});

async function typeInto(selector: string, text: string) {
  await tab.page.focus(`${selector} textarea, ${selector} [contenteditable]`);
  await tab.page.keyboard.down('Control');
  await tab.page.keyboard.press('End');
  await tab.page.keyboard.up('Control');
  await tab.page.keyboard.type(text);
}

// Run in the page, where a test above puts them.
declare function setText(selector: string, text: string): void;
declare function setLink(id: string): void;
