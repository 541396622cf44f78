import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { plainText } from '#extension/ehr/insert/plain-text.ts';
import { type EhrTab, type Harness, planFor, startHarness } from './harness.ts';

const ADDRESS = 'https://secure.simplepractice.com/appointments/2718400101';
const NOTE = `<main><header><h1 class="name">Jordan Avery</h1><p class="item">DOB: 03/14/1991</p>
<a href="/clients/4f1c9a27be60d385/overview">Client overview</a></header>
<section class="progress-individual-note-container"><h3>Subjective</h3><div id="s"></div></section></main>`;

/** What editors like to turn into something else. */
const TRIGGERS = [
  '# Heading',
  '- item',
  '* item',
  '1. first',
  '> quote',
  '```',
  '---',
  '**bold**',
  '_x_',
  '`code`',
  '~~gone~~',
  '[link](https://example.org)',
  'https://example.org',
  '<b>bold</b>',
  '<script>alert(1)</script>',
  '&amp; &lt;',
  '(c) -> -- ...',
  'שלום עולם',
  'مرحبا 11/27',
  '👩‍👩‍👧 naïve e\u0301',
  'a\u202Eb\u200Bc\tD',
  '  indented',
  'trailing  ',
  'two  spaces',
];

const line = fc.oneof(
  fc.constantFrom('', ...TRIGGERS),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.lorem({ maxCount: 8 }),
);
const text = fc
  .array(line, { minLength: 1, maxLength: 6 })
  .map((lines) => lines.join('\n'))
  .filter((joined) => plainText(joined).trim() !== '');

let harness: Harness;
let tab: EhrTab;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.close());

/** Spaces that an editor keeps as no-break spaces are spaces. */
const shown = (model: string) => model.replaceAll('\u00A0', ' ');

test.each(['prosemirror', 'tiptap'] as const)(
  'in %s, no text whatever is called inserted unless the model holds it',
  async (editor) => {
    const outcomes: Record<string, number> = {};
    const fresh = async () => {
      tab = await harness.tab(ADDRESS, NOTE);
      await tab.editor(editor, '#s', ['Client arrived on time.']);
      return tab.open();
    };
    let reading = await fresh();
    await fc.assert(
      fc.asyncProperty(text, async (wanted) => {
        const before = await tab.model('#s');
        const plan = planFor(reading, [{ field: reading.fields[0], text: wanted }]);
        const outcome = await tab.insert(plan);
        const after = shown(await tab.model('#s'));
        outcomes[outcome.status] = (outcomes[outcome.status] ?? 0) + 1;
        const isExact = after === `${before}\n\n${plainText(wanted)}`;
        expect(outcome.status === 'exact').toBe(isExact);
        expect(after.startsWith(before)).toBe(true);
        const undone = await tab.undo(plan);
        const isBack = (await tab.model('#s')) === before;
        expect(undone.status === 'restored').toBe(isBack);
        if (isBack) return;
        await tab.page.close();
        reading = await fresh();
      }),
      { numRuns: 30, endOnFailure: true },
    );
    expect(outcomes['exact']).toBeGreaterThan(20);
    await tab.page.close();
  },
);
