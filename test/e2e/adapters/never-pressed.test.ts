import { afterAll, beforeAll, expect, test } from 'vitest';
import { REAL_EDITORS } from '#test/editors/script.ts';
import { type Harness, planFor, startHarness } from './harness.ts';
import { ADDRESS, NOTE } from './soap-note.ts';

/** What reached the page beside what editors take for input. */
declare const pressed: string[];

const EDITORS = ['prosemirror', 'tiptap', 'contenteditable', 'textarea', ...REAL_EDITORS] as const;
const FORM = `<form>${NOTE}<button>Save</button><button type="button">Sign</button><button type="button">Lock</button></form>`;

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.close());

test.each(EDITORS)(
  'writing into %s and taking it back presses nothing and sends no form',
  async (name) => {
    const tab = await harness.tab(ADDRESS, FORM);
    const made = REAL_EDITORS.find((one) => one === name);
    if (made === undefined) await tab.editor(name as 'textarea', '#s', ['Client arrived.']);
    else await tab.realEditor(made, '#s', ['Client arrived.']);
    const reading = await tab.open();
    await tab.page.evaluate(() => {
      const seen: string[] = [];
      Object.assign(globalThis, { pressed: seen });
      const forbidden = [
        'click',
        'dblclick',
        'auxclick',
        'submit',
        'mousedown',
        'pointerdown',
        'touchstart',
        'keydown',
        'keypress',
      ];
      for (const type of forbidden)
        addEventListener(type, () => seen.push(type), { capture: true });
    });
    const [field] = reading.fields;
    const plan = planFor(reading, [{ field, text: 'PHQ-9 11/27.\nSecond line.' }]);
    expect(await tab.insert(plan)).toEqual({ status: 'exact' });
    expect(await tab.undo(plan)).toEqual({ status: 'restored' });
    expect(await tab.page.evaluate(() => pressed)).toEqual([]);
    await tab.page.close();
  },
);
