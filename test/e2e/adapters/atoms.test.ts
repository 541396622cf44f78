import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { TestLine } from '#test/editors/browser/test-editor.ts';
import type { EditorName } from './browser/editors.ts';
import { type EhrTab, type Harness, planFor, startHarness } from './harness.ts';
import { ADDRESS, NOTE } from './soap-note.ts';

const UPDATE = 'PHQ-9 11/27.\nGAD-7 5/21.';
const EARLIER = 'PHQ-9 14/27.\nGAD-7 9/21.';
const DOT = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';

let harness: Harness;
let tab: EhrTab;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.close());
afterEach(() => tab.page.close());

/** A note whose editor holds markup of a person's making, as pasted or put in by a button. */
async function noteHolding(name: EditorName, markup: string) {
  tab = await harness.tab(ADDRESS, NOTE);
  await tab.editor(name, '#s', ['Mood.']);
  await tab.page.$eval('#s [contenteditable]', (field, html) => (field.innerHTML = html), markup);
  const reading = await tab.open();
  return { reading, field: reading.fields[0], shape: await tab.structure('#s') };
}

const CHIP = '<span contenteditable="false">calm</span>';
const PICTURE = `<img src="${DOT}">`;

describe('what is no text', () => {
  test.each([
    ['a mention', 'contenteditable', `<p>Mood ${CHIP}</p>`],
    ['a picture', 'contenteditable', `<p>Mood ${PICTURE}</p>`],
    ['a rule', 'contenteditable', '<p>Mood</p><hr>'],
    ['a table', 'contenteditable', '<p>Mood</p><table><tr><td>calm</td></tr></table>'],
    ['a picture', 'prosemirror', `<p>Mood ${PICTURE}</p>`],
    ['a rule', 'prosemirror', '<p>Mood</p><hr>'],
  ] as const)('%s at the end of %s is not torn off by an Update', async (_, name, markup) => {
    const { reading, field, shape } = await noteHolding(name, markup);
    const outcome = await tab.insert(planFor(reading, [{ field, text: UPDATE }]));
    expect(outcome).toEqual({ status: 'notInserted', reason: 'editorRejected' });
    expect(await tab.structure('#s')).toBe(shape);
  });

  test.each([
    ['a mention', 'contenteditable', `<p>PHQ-9 14/27.${CHIP}</p><p>GAD-7 9/21.</p>`],
    ['a mention between', 'contenteditable', `<p>PHQ-9 14/27.</p>${CHIP}<p>GAD-7 9/21.</p>`],
    ['a picture', 'prosemirror', `<p>PHQ-9 14/27.</p><p>${PICTURE}</p><p>GAD-7 9/21.</p>`],
    ['a rule', 'prosemirror', '<p>PHQ-9 14/27.</p><hr><p>GAD-7 9/21.</p>'],
    ['a rule', 'tiptap', '<p>PHQ-9 14/27.</p><hr><p>GAD-7 9/21.</p>'],
    [
      'a comment',
      'contenteditable',
      '<p>PHQ-9 <span class="c">14</span>/27.</p><p>GAD-7 9/21.</p>',
    ],
    ['a tooltip', 'contenteditable', '<p>PHQ-9 <abbr>14</abbr>/27.</p><p>GAD-7 9/21.</p>'],
    ['a quotation', 'tiptap', '<blockquote><p>PHQ-9 14/27.</p><p>GAD-7 9/21.</p></blockquote>'],
  ] as const)('%s in our lines in %s is not written over', async (_, name, markup) => {
    const { reading, field, shape } = await noteHolding(name, `${markup}<p>Slept badly.</p>`);
    const plan = planFor(reading, [{ field, text: UPDATE, replaces: EARLIER }]);
    expect(await tab.insert(plan)).toEqual({ status: 'notInserted', reason: 'blockChanged' });
    expect(await tab.structure('#s')).toBe(shape);
  });

  test.each([
    ['contenteditable', `<p>Mood ${CHIP} and ${PICTURE}.</p><hr><p>Slept badly.</p>`],
    ['prosemirror', `<p>Mood ${PICTURE}.</p><hr><p>Slept badly.</p>`],
    ['tiptap', '<p>Mood.</p><hr><p>Slept badly.</p>'],
  ] as const)('stays where it is in %s when an Update comes and goes', async (name, markup) => {
    const { reading, field, shape } = await noteHolding(name, markup);
    const plan = planFor(reading, [{ field, text: UPDATE }]);
    expect(await tab.insert(plan)).toEqual({ status: 'exact' });
    expect(await tab.undo(plan)).toEqual({ status: 'restored' });
    expect(await tab.structure('#s')).toBe(shape);
  });

  test('that the page drops while it is being written to is missed', async () => {
    const { reading, field } = await noteHolding('contenteditable', `<p>Mood ${CHIP}.</p>`);
    await tab.page.$eval('#s [contenteditable]', (editor) => {
      editor.addEventListener('input', () => editor.querySelector('span')?.remove());
    });
    const outcome = await tab.insert(planFor(reading, [{ field, text: UPDATE }]));
    expect(outcome).toEqual({ status: 'changed', detail: 'altered' });
  });
});

describe.each(['quill', 'tinymce', 'ckeditor5'] as const)('a picture in %s', (name) => {
  /** A note that begins with these lines. */
  async function noteOf(lines: readonly TestLine[]) {
    tab = await harness.tab(ADDRESS, NOTE);
    await tab.realEditor(name, '#s', lines);
    const reading = await tab.open();
    return { reading, field: reading.fields[0], shape: await tab.structure('#s') };
  }

  test('at the end is not torn off by an Update', async () => {
    const { reading, field, shape } = await noteOf([{ pictured: 'Mood ' }]);
    const outcome = await tab.insert(planFor(reading, [{ field, text: UPDATE }]));
    expect(outcome).toEqual({ status: 'notInserted', reason: 'editorRejected' });
    expect(await tab.structure('#s')).toBe(shape);
  });

  test('in our lines is not written over', async () => {
    const [first = '', second = ''] = EARLIER.split('\n');
    const { reading, field, shape } = await noteOf([{ pictured: first }, second, 'Slept badly.']);
    const plan = planFor(reading, [{ field, text: UPDATE, replaces: EARLIER }]);
    expect(await tab.insert(plan)).toEqual({ status: 'notInserted', reason: 'blockChanged' });
    expect(await tab.structure('#s')).toBe(shape);
  });

  test('further up stays where it is when an Update comes and goes', async () => {
    const { reading, field, shape } = await noteOf([{ pictured: 'Mood ' }, 'Slept badly.']);
    const plan = planFor(reading, [{ field, text: UPDATE }]);
    expect(await tab.insert(plan)).toEqual({ status: 'exact' });
    expect(await tab.undo(plan)).toEqual({ status: 'restored' });
    expect(await tab.structure('#s')).toBe(shape);
  });
});
