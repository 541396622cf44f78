import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { PageReading } from '#shared/contracts/reading.ts';
import type { Program } from './browser/program.ts';
import { type EhrTab, type Harness, planFor, startHarness } from './harness.ts';
import { ADDRESS } from './soap-note.ts';

declare const program: Program;
/** What reached the page's own listeners. */
declare const heard: string[];

const PAGE = `<main>
<header class="client-header"><h1 class="name">Jordan Avery</h1><p class="item">DOB: 03/14/1991</p>
<a href="/clients/4f1c9a27be60d385/overview">Client overview</a></header>
<section class="progress-individual-note-container"><h2>Progress note</h2>
<h3>How it went</h3><textarea id="odd" rows="4"></textarea>
<h3>How it went</h3><textarea id="twin" rows="4"></textarea>
<label>Room <input id="line"></label>
<div class="ai-note-content"><h3>Plan</h3><textarea id="decoy" rows="4"></textarea></div>
<h3>Froala</h3><div id="froala" class="fr-element" contenteditable="true" style="height:60px">x</div>
<h2>Psychotherapy note</h2><h3>Note</h3><textarea id="psychotherapy" rows="4"></textarea>
<button id="save">Save</button></section></main>`;

let harness: Harness;
let tab: EhrTab;
let reading: PageReading;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.close());
afterEach(() => tab.page.close());
beforeEach(async () => {
  tab = await harness.tab(ADDRESS, PAGE);
  reading = await tab.open();
  await tab.page.evaluate(() => {
    const seen: string[] = [];
    Object.assign(globalThis, { heard: seen });
    for (const type of ['pointerdown', 'mousedown', 'click', 'focusin', 'submit']) {
      document.querySelector('main')?.addEventListener(type, () => seen.push(type));
    }
    const frame = program.mountFrame({
      doc: document,
      panelAddress: 'https://panel.example/panel.html',
      nonce: 'test-nonce',
      now: () => performance.now(),
      onFight: () => undefined,
    });
    program.picking?.start(frame, 1);
  });
});

const told = () => tab.page.evaluate(() => program.picked);

/** Where to point at an element, in CSS pixels of the window. */
function placeOf(selector: string): Promise<{ x: number; y: number }> {
  return tab.page.$eval(selector, (element) => {
    element.scrollIntoView({ block: 'center' });
    const { x, y, height } = element.getBoundingClientRect();
    return { x: x + 20, y: y + height / 2 };
  });
}

async function clickAt(selector: string): Promise<void> {
  const place = await placeOf(selector);
  await tab.page.mouse.move(place.x, place.y);
  await tab.page.mouse.click(place.x, place.y);
  await tab.page.waitForFunction(() => program.picked.length > 0);
}

test('a field that no label explains is pointed out, and an Update goes into it', async () => {
  const field = reading.fields.find(({ label }) => label === 'How it went');
  expect(field?.section).toBeNull();
  await clickAt('#odd');
  expect(await told()).toEqual([
    {
      type: 'picked',
      requestId: 1,
      field: { fieldKey: field?.key, label: 'How it went', position: 0 },
      refusal: null,
    },
  ]);
  expect(await tab.insert(planFor(reading, [{ field, text: 'PHQ-9 11/27.' }]))).toEqual({
    status: 'exact',
  });
});

test.each([
  ['a psychotherapy note', '#psychotherapy', 'psychotherapyNote'],
  ['an AI’s draft', '#decoy', 'noNoteField'],
  ['a box of one line', '#line', 'oneLine'],
  ['an editor that can’t be written exactly', '#froala', 'unsupportedEditor'],
  ['a button', '#save', 'noNoteField'],
])('%s is refused, and says why', async (_, selector, refusal) => {
  await clickAt(selector);
  expect(await told()).toEqual([{ type: 'picked', requestId: 1, field: null, refusal }]);
});

test('the page hears nothing of the pointing, and everything afterwards', async () => {
  await clickAt('#save');
  expect(await tab.page.evaluate(() => heard)).toEqual([]);
  await tab.page.click('#save');
  expect(await tab.page.evaluate(() => heard)).toContain('click');
});

test('Escape ends it without a choice', async () => {
  await tab.page.keyboard.press('Escape');
  expect(await told()).toEqual([{ type: 'picked', requestId: 1, field: null, refusal: null }]);
  await tab.page.click('#save');
  expect(await told()).toHaveLength(1);
});

test('a click that no person made chooses nothing', async () => {
  await tab.page.evaluate(() => {
    const host = document.querySelector('html > [popover]');
    for (const target of [host, document.querySelector('#odd')]) {
      target?.dispatchEvent(new MouseEvent('click', { bubbles: true, clientX: 60, clientY: 200 }));
    }
  });
  expect(await told()).toEqual([]);
});

test('a field that slides under the pointer chooses nothing; pressed again, it is chosen', async () => {
  const odd = await placeOf('#odd');
  const twin = await placeOf('#twin');
  const field = reading.fields[1];
  await tab.page.mouse.move(odd.x, odd.y);
  await tab.page.$eval(
    '#twin',
    (element, up) => {
      element.setAttribute('style', `position: relative; z-index: 1; top: ${-up}px`);
    },
    twin.y - odd.y,
  );
  await tab.page.mouse.down();
  await tab.page.mouse.up();
  expect(await told()).toEqual([]);
  await tab.page.mouse.down();
  await tab.page.mouse.up();
  await tab.page.waitForFunction(() => program.picked.length > 0);
  expect(await told()).toMatchObject([{ field: { fieldKey: field?.key, position: 1 } }]);
});

test('a field is found again by its label, and by its place where labels are equal', async () => {
  const wanted = [
    { requestId: 2, label: 'How it went', position: 1 },
    { requestId: 3, label: 'How it went', position: 3 },
    { requestId: 4, label: 'Gone', position: 0 },
    { requestId: 5, label: 'Note', position: 3 },
  ];
  await tab.page.evaluate((all) => {
    for (const one of all) program.picking?.use({ type: 'useField', ...one });
  }, wanted);
  const answers = await told();
  expect(answers.map((one) => one.type === 'picked' && one.requestId)).toEqual([2, 3, 4, 5]);
  expect(answers).toMatchObject([
    { field: { fieldKey: reading.fields[1]?.key, position: 1 }, refusal: null },
    { field: null, refusal: 'noNoteField' },
    { field: null, refusal: 'noNoteField' },
    { field: null, refusal: 'psychotherapyNote' },
  ]);
});

const NOTHING = { type: 'picked', requestId: 1, field: null, refusal: null };

test.each([
  ['the page turns to another client’s note', () => history.pushState(null, '', '/clients/77ab')],
  ['the note goes off the page', () => document.querySelector('section')?.remove()],
])('when %s it is over, and the page has its clicks again', async (_, turn) => {
  await tab.page.evaluate(turn);
  await tab.page.waitForFunction(() => program.picked.length > 0);
  expect(await told()).toEqual([NOTHING]);
  await tab.page.click('header');
  await tab.page.click('main', { offset: { x: 2, y: 2 } });
  expect(await tab.page.evaluate(() => heard)).toContain('click');
});
