import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { EditorName } from './browser/editors.ts';
import { type EhrTab, type Harness, planFor, startHarness } from './harness.ts';

const ADDRESS = 'https://secure.simplepractice.com/appointments/2718400101';
const NOTE = `<main>
<header class="client-header"><h1 class="name">Jordan Avery</h1><ul><li class="item">DOB: 03/14/1991</li>
<li><a href="/clients/4f1c9a27be60d385/overview">Client overview</a></li></ul></header>
<section class="progress-individual-note-container"><h2>Progress note</h2>
<div class="question"><h3>Subjective</h3><div id="s"></div></div></section></main>`;

let harness: Harness;
let tab: EhrTab;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.close());
afterEach(() => tab.page.close());

/** A note in one of the editors, and a plan to put a sentence below its lines. */
async function planIn(name: EditorName, lines: readonly string[]) {
  tab = await harness.tab(ADDRESS, NOTE);
  await tab.editor(name, '#s', lines);
  const reading = await tab.open();
  return planFor(reading, [{ field: reading.fields[0], text: 'PHQ-9 11/27.' }]);
}

/** Has the page put a selection of the extension's back, once, before the editor could hear of it. */
async function putSelectionBackOnce(): Promise<void> {
  await tab.page.evaluate(() => {
    const original = Reflect.get(Selection.prototype, 'setBaseAndExtent') as (
      ...places: readonly unknown[]
    ) => void;
    Selection.prototype.setBaseAndExtent = function once(...places) {
      const { focusNode, focusOffset } = this;
      Selection.prototype.setBaseAndExtent = original;
      original.apply(this, places);
      queueMicrotask(() => this.collapse(focusNode, focusOffset));
    };
  });
}

describe('an editor that draws its own selection once more after it was given the keyboard', () => {
  const text = 'PHQ-9 11/27.';
  const before = 'Client arrived on time.';

  test.each(['insert', 'undo'] as const)(
    'does exactly what was asked all the same: %s',
    async (deed) => {
      tab = await harness.tab(ADDRESS, NOTE);
      await tab.realEditor('ckeditor5', '#s', [before]);
      const reading = await tab.open();
      const plan = planFor(reading, [{ field: reading.fields[0], text }]);
      if (deed === 'insert') await putSelectionBackOnce();
      expect(await tab.insert(plan)).toEqual({ status: 'exact' });
      expect(await tab.model('#s')).toBe(`${before}\n\n${text}`);
      if (deed === 'undo') await putSelectionBackOnce();
      expect(await tab.undo(plan)).toEqual({ status: 'restored' });
      expect(await tab.model('#s')).toBe(before);
    },
  );
});

/** Puts words behind the Update as soon as the read-back takes the keyboard away. */
async function writtenOnLeaving(name: EditorName, words: string) {
  const plan = await planIn(name, ['Client arrived.']);
  await tab.page.$eval(
    '#s textarea, #s [contenteditable]',
    (field, text) => {
      const write = () => {
        if (field instanceof HTMLTextAreaElement) {
          field.value += text;
          return;
        }
        const last = field.lastElementChild;
        if (text.startsWith('\n'))
          last?.after(Object.assign(last.cloneNode(), { textContent: text.trim() }));
        else last?.append(text);
      };
      field.addEventListener('blur', write, { once: true });
    },
    words,
  );
  expect(await tab.insert(plan)).toEqual({ status: 'changed', detail: 'altered' });
  expect(await tab.model('#s')).toBe(`Client arrived.\n\nPHQ-9 11/27.${words}`);
  return plan;
}

describe('words that came while the Update was being read back', () => {
  test('stay in a text area, and the Update alone goes', async () => {
    const plan = await writtenOnLeaving('textarea', ' Agreed safety plan.');
    expect(await tab.undo(plan)).toEqual({ status: 'restored', beside: true });
    expect(await tab.model('#s')).toBe('Client arrived. Agreed safety plan.');
  });

  test.each(['contenteditable', 'prosemirror', 'tiptap'] as const)(
    'stay in %s as a line of their own, and the Update alone goes',
    async (name) => {
      const plan = await writtenOnLeaving(name, '\nAgreed safety plan.');
      expect(await tab.undo(plan)).toEqual({ status: 'restored', beside: true });
      expect(await tab.model('#s')).toBe('Client arrived.\nAgreed safety plan.');
    },
  );

  test.each(['contenteditable', 'prosemirror', 'tiptap'] as const)(
    'hold the Update in %s where they stand in its line',
    async (name) => {
      const plan = await writtenOnLeaving(name, ' Agreed safety plan.');
      const left = await tab.model('#s');
      expect(await tab.undo(plan)).toEqual({ status: 'notRestored', reason: 'noteChangedSince' });
      expect(await tab.model('#s')).toBe(left);
    },
  );

  test('hold an Update that the page rewrote as well', async () => {
    const plan = await planIn('textarea', ['Client arrived.']);
    await tab.page.$eval('#s textarea', (area) => {
      area.addEventListener('blur', () => {
        area.value = area.value.replace('11/27.', '11 of 27. Agreed safety plan.');
      });
    });
    expect(await tab.insert(plan)).toEqual({ status: 'changed', detail: 'partial' });
    expect(await tab.undo(plan)).toEqual({ status: 'notRestored', reason: 'noteChangedSince' });
    expect(await tab.model('#s')).toMatch(/Agreed safety plan\.$/);
  });

  test('are none where the page only kept the beginning of the Update', async () => {
    const plan = await planIn('textarea', ['Client arrived.']);
    await tab.page.$eval('#s textarea', (area) => {
      area.addEventListener('blur', () => (area.value = area.value.slice(0, 22)));
    });
    expect(await tab.insert(plan)).toEqual({ status: 'changed', detail: 'partial' });
    expect(await tab.undo(plan)).toEqual({ status: 'restored' });
    expect(await tab.model('#s')).toBe('Client arrived.');
  });
});

const REFUSED = { status: 'notRestored', reason: 'editorRejected' };
const REWRITTEN = 'Pt arrived on time.\n\nPHQ-9 11/27.';

describe('an editor that rewrote what stood before the Update', () => {
  test('takes it back by a step of its history, when that gives exactly the former text', async () => {
    const plan = await planIn('abbreviating', ['Client arrived on time.']);
    expect(await tab.insert(plan)).toEqual({ status: 'changed', detail: 'altered' });
    expect(await tab.model('#s')).toBe(REWRITTEN);
    expect(await tab.undo(plan)).toEqual({ status: 'restored' });
    expect(await tab.model('#s')).toBe('Client arrived on time.');
  });

  test('keeps everything when that step would take the clinician’s words along', async () => {
    const plan = await planIn('abbreviating', ['Client arrived']);
    await tab.page.focus('#s [contenteditable]');
    await tab.page.keyboard.press('End');
    await tab.page.keyboard.type(' on time.');
    await expect.poll(() => tab.model('#s')).toBe('Client arrived on time.');
    expect(await tab.insert(plan)).toEqual({ status: 'changed', detail: 'altered' });
    expect(await tab.undo(plan)).toEqual(REFUSED);
    expect(await tab.model('#s')).toBe(REWRITTEN);
  });

  test('keeps everything where there is no history that can be trusted', async () => {
    const plan = await planIn('textarea', ['Client arrived on time.']);
    await tab.page.$eval('#s textarea', (area) => {
      area.addEventListener('input', () => (area.value = area.value.replace('Client', 'Pt')));
    });
    expect(await tab.insert(plan)).toEqual({ status: 'changed', detail: 'altered' });
    expect(await tab.undo(plan)).toEqual(REFUSED);
    expect(await tab.model('#s')).toBe(REWRITTEN);
  });
});

test('an editor that deletes more than it was asked to gets it all back', async () => {
  const plan = await planIn('greedy', ['Client arrived on time.', 'Slept badly.']);
  expect(await tab.insert(plan)).toEqual({ status: 'exact' });
  const left = await tab.model('#s');
  expect(await tab.undo(plan)).toEqual(REFUSED);
  expect(await tab.model('#s')).toBe(left);
});

test('a page that puts other words there while the undo runs is not said to be as before', async () => {
  const plan = await planIn('textarea', ['Client arrived on time.']);
  expect(await tab.insert(plan)).toEqual({ status: 'exact' });
  await tab.page.$eval('#s textarea', (area) => {
    area.addEventListener('input', () => (area.value = 'Written by the page.'));
  });
  expect(await tab.undo(plan)).toEqual({ status: 'notRestored', reason: 'noteChangedSince' });
});
