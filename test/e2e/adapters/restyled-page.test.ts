import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type EhrTab, type Harness, planFor, startHarness } from './harness.ts';

const ADDRESS = 'https://www.therapynotes.com/app/notes/edit/77/';

/** Both headers are in the page; styles alone say which of them is shown. */
const NOTE = `<style>
.away, .second .jordan, body:not(.second) .riley.by-body { display: none }
</style>
<main><details open><summary>Jordan</summary>${header('jordan', 'Jordan Avery', '3/14/1991')}</details>
${header('riley away', 'Riley Chen', '7/2/1988')}
<h2>Progress Note</h2><h3 for="RichTextbox_13000">Subjective</h3><textarea>Before.</textarea></main>`;

function header(classes: string, name: string, birthDate: string): string {
  return `<header class="${classes}"><div data-testid="patientheaderview-patientname-container">${name}</div>
<div data-testid="patientheaderview-dob-container">${birthDate}</div></header>`;
}

let harness: Harness;
let tab: EhrTab;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.close());
afterEach(() => tab.page.close());

const names = ({ subjects }: Awaited<ReturnType<EhrTab['newest']>>) =>
  subjects.map(({ name }) => name);

test.each<[string, () => void]>([
  [
    'by classes on the headers',
    () => {
      document.querySelector('.jordan')?.classList.add('away');
      document.querySelector('.riley')?.classList.remove('away');
    },
  ],
  [
    'by inline styles',
    () => {
      document.querySelector<HTMLElement>('.jordan')?.style.setProperty('display', 'none');
      document.querySelector<HTMLElement>('.riley')?.style.setProperty('display', 'block');
    },
  ],
  [
    'by a class far above them',
    () => {
      document.querySelector('.riley')?.setAttribute('class', 'riley by-body');
      document.body.classList.add('second');
    },
  ],
  [
    'by closing what one of them stands in',
    () => {
      document.querySelector('details')?.removeAttribute('open');
      document.querySelector('.riley')?.classList.remove('away');
    },
  ],
])('a page that shows another client %s is read as theirs', async (_, restyle) => {
  tab = await harness.tab(ADDRESS, NOTE);
  const before = await tab.open();
  expect(names(before)).toEqual(['Jordan Avery']);
  await tab.page.evaluate(restyle);
  // In the turn of the change, not when it settles, is the former client forgotten.
  const { settled, subjects } = await tab.newest();
  expect([settled, subjects]).toEqual([false, []]);
  // The former client's editor is nobody's until the page has drawn it anew.
  await tab.page.$eval('textarea', (editor) => editor.replaceWith(editor.cloneNode()));
  expect(names(await tab.settled())).toEqual(['Riley Chen']);
  const plan = planFor(before, [{ field: before.fields[0], text: 'PHQ-9 11/27.' }]);
  expect(await tab.insert(plan)).toEqual({ status: 'notInserted', reason: 'wrongClient' });
});

test('a second header that is shown beside the first makes two people', async () => {
  tab = await harness.tab(ADDRESS, NOTE);
  expect(names(await tab.open())).toEqual(['Jordan Avery']);
  await tab.page.evaluate(() => document.querySelector('.riley')?.classList.remove('away'));
  const both = await tab.settled(({ subjects }) => subjects.length > 1);
  expect(new Set(names(both))).toEqual(new Set(['Jordan Avery', 'Riley Chen']));
});

test('a header that moves with every frame is believed all the same', async () => {
  tab = await harness.tab(ADDRESS, NOTE);
  await tab.page.evaluate(() => {
    const main = document.querySelector('main');
    const move = (time: number) => {
      main?.style.setProperty('transform', `translateX(${time % 7}px)`);
      requestAnimationFrame(move);
    };
    requestAnimationFrame(move);
  });
  expect(names(await tab.open())).toEqual(['Jordan Avery']);
});
