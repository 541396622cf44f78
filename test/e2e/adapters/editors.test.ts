import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { TestLine } from '#test/editors/browser/test-editor.ts';
import { REAL_EDITORS, type RealEditor } from '#test/editors/script.ts';
import { type EhrTab, type Harness, planFor, startHarness } from './harness.ts';
import { ADDRESS, NOTE } from './soap-note.ts';

const UPDATE = `Measures since 5 Nov 2026. PHQ-9 11/27, "moderate" range & <falling>.
# Not a heading, **not bold**, - no item, two  spaces
👩‍👩‍👧 naïve שלום עולם مرحبا

Third after a blank line.`;

const FORMER: readonly TestLine[] = [
  'Client arrived on time.',
  '',
  { bold: 'Slept badly.' },
  'Ate.',
];
const FORMER_TEXT = 'Client arrived on time.\n\nSlept badly.\nAte.';

let harness: Harness;
let tab: EhrTab;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.close());
afterEach(() => tab.page.close());

/** Spaces that an editor keeps as no-break spaces are spaces. */
const model = async () => (await tab.model('#s')).replaceAll('\u00A0', ' ');

async function note(name: RealEditor, lines: readonly TestLine[]) {
  tab = await harness.tab(ADDRESS, NOTE);
  await tab.realEditor(name, '#s', lines);
  const reading = await tab.open();
  return { reading, field: reading.fields.find(({ section }) => section === 'subjective') };
}

describe.each(REAL_EDITORS)('in %s', (name) => {
  test('an Update goes below what was written, exactly, and back out without a trace', async () => {
    const { reading, field } = await note(name, FORMER);
    expect(field?.editor).toBe(name === 'react-textarea' ? 'textarea' : name);
    const shape = await tab.structure('#s');
    const plan = planFor(reading, [{ field, text: UPDATE }]);
    expect(await tab.insert(plan)).toEqual({ status: 'exact' });
    expect(await model()).toBe(`${FORMER_TEXT}\n\n${UPDATE}`);
    expect(await tab.undo(plan)).toEqual({ status: 'restored' });
    expect(await tab.structure('#s')).toBe(shape);
  });

  test('an Update fills an empty field, exactly, and leaves it empty again', async () => {
    const { reading, field } = await note(name, []);
    expect(field?.empty).toBe(true);
    const plan = planFor(reading, [{ field, text: UPDATE }]);
    expect(await tab.insert(plan)).toEqual({ status: 'exact' });
    expect(await model()).toBe(UPDATE);
    expect(await tab.undo(plan)).toEqual({ status: 'restored' });
    expect((await model()).trim()).toBe('');
  });

  test('an earlier Update is refreshed in place, and comes back as it was', async () => {
    const earlier = 'PHQ-9 14/27.\n\nThroughline, as of 5 Nov 2026, 9:02 am.';
    const { reading, field } = await note(name, [
      ...FORMER,
      '',
      ...earlier.split('\n'),
      '',
      'Discussed sleep.',
    ]);
    expect(reading.ownMarks).toEqual([
      { fieldKey: field?.key, line: 'Throughline, as of 5 Nov 2026, 9:02 am' },
    ]);
    const shape = await tab.structure('#s');
    const plan = planFor(reading, [{ field, text: UPDATE, replaces: earlier }]);
    expect(await tab.insert(plan)).toEqual({ status: 'exact' });
    expect(await model()).toBe(`${FORMER_TEXT}\n\n${UPDATE}\n\nDiscussed sleep.`);
    expect(await tab.undo(plan)).toEqual({ status: 'restored' });
    expect(await tab.structure('#s')).toBe(shape);
  });

  test('an earlier Update that a person edited, or that is there twice, is left alone', async () => {
    const { reading, field } = await note(name, [
      'PHQ-9 14/27. Discussed.',
      'GAD-7 5.',
      'GAD-7 5.',
    ]);
    const before = await tab.structure('#s');
    for (const replaces of ['PHQ-9 14/27.', 'GAD-7 5.', 'PCL-5 20.']) {
      const plan = planFor(reading, [{ field, text: UPDATE, replaces }]);
      expect(await tab.insert(plan)).toEqual({ status: 'notInserted', reason: 'blockChanged' });
    }
    expect(await tab.structure('#s')).toBe(before);
  });

  test('a page that takes the text back when the field is left is not called exact', async () => {
    const { reading, field } = await note(name, FORMER);
    await tab.page.$eval(
      '#s',
      (place, former) => {
        const editor = Reflect.get(place, 'testEditor');
        const revert = () => void setTimeout(() => editor.rewrite(former), 30);
        place.addEventListener('focusout', revert);
        place.querySelector('iframe')?.contentWindow?.addEventListener('blur', revert);
      },
      FORMER_TEXT,
    );
    const outcome = await tab.insert(planFor(reading, [{ field, text: UPDATE }]));
    expect(outcome.status).not.toBe('exact');
    expect(await model()).toBe(FORMER_TEXT);
  });

  test('an editor that was made read-only meanwhile is not written to', async () => {
    const { reading, field } = await note(name, FORMER);
    await tab.setReadOnly('#s', true);
    const before = await tab.structure('#s');
    const outcome = await tab.insert(planFor(reading, [{ field, text: UPDATE }]));
    expect(outcome).toMatchObject({ status: 'notInserted' });
    expect(await tab.structure('#s')).toBe(before);
  });

  test('an editor that was made anew meanwhile is another field', async () => {
    const { reading, field } = await note(name, FORMER);
    await tab.page.$eval('#s', (place) => place.replaceChildren());
    await tab.realEditor(name, '#s', FORMER);
    const outcome = await tab.insert(planFor(reading, [{ field, text: UPDATE }]));
    expect(outcome).toMatchObject({ status: 'notInserted' });
    expect(await model()).toBe(FORMER_TEXT);
  });
});
