import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EhrId } from '#shared/contracts/ehr.ts';
import { SelfCheck } from '#shared/contracts/self-check.ts';
import { PIECES } from '#test/ehr/pieces.ts';
import { PLANTINGS, type Plant } from './browser/planting.ts';
import type { Program } from './browser/program.ts';
import { type EhrTab, type Harness, startHarness } from './harness.ts';

declare const program: Program;

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.close());

/** A word that no page's markup is made of. */
const canary = fc.stringMatching(/^[bcdfghjkqvwxz]{6,14}$/);
const places = Object.keys(PLANTINGS) as Plant['place'][];
const plant = fc.record({ word: canary, place: fc.constantFrom(...places), nth: fc.nat(20) });

/** The report on a page with words put into it. */
async function planted(tab: EhrTab, markup: string, plants: readonly Plant[]): Promise<SelfCheck> {
  await tab.lookAt(markup);
  const report = await tab.page.evaluate((all) => {
    program.plantAll(all);
    return program.selfCheck();
  }, plants);
  return SelfCheck.parse(report);
}

describe.each(EhrId.options)('a self-check of %s', (ehr) => {
  const { note, page, header, form, recordIds } = PIECES[ehr];
  const client = { name: 'Jordan Avery', birthDate: '3/14/1991', recordId: recordIds[0] };
  const whole = page(
    header(client),
    form({ title: 'Progress Note', labels: ['Subjective', 'Plan'] }),
  );

  test('holds no word of the page, wherever it stands', async () => {
    const tab = await harness.tab(note, '');
    await fc.assert(
      fc.asyncProperty(fc.array(plant, { minLength: 1, maxLength: 12 }), async (plants) => {
        const text = JSON.stringify(await planted(tab, whole, plants)).toLowerCase();
        for (const { word } of plants) expect(text).not.toContain(word);
        for (const word of ['jordan', 'avery', '1991', recordIds[0].toLowerCase()]) {
          expect(text).not.toContain(word);
        }
      }),
      { numRuns: 40 },
    );
    await tab.page.close();
  });

  test('holds what support needs: which assumption fails, and the page’s shape', async () => {
    const tab = await harness.tab(note, '');
    const renamed = whole
      .replaceAll('patientheaderview-patientname-container', 'person-title')
      .replaceAll('class="patient-name"', 'class="person-title"')
      .replaceAll('<h1', '<h4')
      .replaceAll('</h1', '</h4');
    const { checks, outline } = await planted(tab, renamed, []);
    expect(checks.find(({ name }) => name === 'header.name')).toMatchObject({
      found: 0,
      holds: false,
    });
    expect(outline.map(({ tag }) => tag)).toContain('h4');
    expect(outline.some(({ names }) => names.some((name) => /header|note/.test(name)))).toBe(true);
    await tab.page.close();
  });
});

test('a form whose boxes are named like properties is drawn like any other', async () => {
  const tab = await harness.tab(PIECES.therapynotes.note, '');
  const fields = ['id', 'children', 'className', 'childNodes', 'matches']
    .map((name) => `<input name="${name}">`)
    .join('');
  const report = await planted(tab, `<form class="note form">${fields}</form>`, []);
  expect(report.outline.map(({ tag, depth }) => [tag, depth])).toEqual([
    ['html', 0],
    ['body', 1],
    ['form', 2],
    ...Array.from({ length: 5 }, () => ['input', 3]),
  ]);
  await tab.page.close();
});

test('an outline of a huge page ends at its bound', async () => {
  const tab = await harness.tab(PIECES.simplepractice.note, '');
  const { outline } = await planted(tab, '<div><p>text</p></div>'.repeat(5000), []);
  expect(outline).toHaveLength(2000);
  const deep = await planted(tab, '<div>'.repeat(300), []);
  expect(Math.max(...deep.outline.map(({ depth }) => depth))).toBe(60);
  await tab.page.close();
});
