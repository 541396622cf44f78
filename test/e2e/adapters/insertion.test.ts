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
    expect(await tab.structure('#s')).toBe(shape);
  });
});
