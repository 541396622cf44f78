import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EhrId } from '#shared/contracts/ehr.ts';
import { PIECES } from '#test/ehr/pieces.ts';
import { html } from '#test/ehr/server/markup.ts';
import type { Program } from './browser/program.ts';
import { type Harness, startHarness } from './harness.ts';

declare const program: Program;

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.close());

/** How many nodes besides the EHR's own stand on the page. */
const OTHERS = 10_000;
const FILLER = Array.from(
  { length: OTHERS / 4 },
  (_, row) => html`<div class="row"><span>Entry ${row}</span></div>`,
);

/**
 * Steps of one look that a page's size could multiply: nodes that a walker visits, and questions
 * asked of single elements. Time would measure the machine.
 */
async function stepsOf(address: string, markup: string): Promise<number> {
  const tab = await harness.tab(address, '');
  const seen = await tab.lookAt(markup);
  expect(seen.kind).not.toBe('unknown');
  const steps = await tab.page.evaluate(() => {
    let count = 0;
    const counting = (prototype: object, name: string) => {
      const former: unknown = Reflect.get(prototype, name);
      if (typeof former !== 'function') throw new Error(`nothing to count at ${name}`);
      Reflect.set(prototype, name, function counted(this: unknown, ...args: unknown[]) {
        count += 1;
        return Reflect.apply(former, this, args) as unknown;
      });
    };
    for (const name of ['nextNode', 'nextSibling', 'firstChild']) {
      counting(TreeWalker.prototype, name);
    }
    for (const name of ['closest', 'matches', 'checkVisibility', 'querySelectorAll']) {
      counting(Element.prototype, name);
    }
    program.lookOnce();
    return count;
  });
  await tab.page.close();
  return steps;
}

describe.each(EhrId.options)('one look at a page of ten thousand nodes of %s', (ehr) => {
  const { note, chart, calendar, page, header, form, recordIds } = PIECES[ehr];
  const shown = header({ name: 'Jordan Avery', birthDate: '3/14/1991', recordId: recordIds[0] });

  test('that concerns no client takes next to nothing', async () => {
    const title = html`<div class="fc calendar"><h1 class="fc-toolbar-title">Nov 20, 2026</h1></div>`;
    expect(await stepsOf(calendar, page(title, ...FILLER))).toBeLessThan(20);
  });

  test('that is a chart takes no step for each of them', async () => {
    expect(await stepsOf(chart(recordIds[0]), page(shown, ...FILLER))).toBeLessThan(OTHERS / 10);
  });

  test('that is a note takes a few steps for each of them at most', async () => {
    const labels = ['Subjective', 'Objective', 'Assessment', 'Plan'];
    const fields = form({ title: 'Progress Note', labels });
    expect(await stepsOf(note, page(shown, fields, ...FILLER))).toBeLessThan(OTHERS * 2);
  });
});
