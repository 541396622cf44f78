import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { parseBirthDate } from '#shared/identity/birth-date.ts';
import { PIECES, type ShownClient } from '#test/ehr/pieces.ts';
import { type EhrTab, type Harness, planFor, startHarness } from './harness.ts';

const { header, form, page, recordIds } = PIECES.therapynotes;
const JORDAN = { name: 'Jordan Avery', birthDate: '3/14/1991', recordId: recordIds[0] };
const RILEY = { name: 'Riley Chen', birthDate: '9/2/2001', recordId: recordIds[1] };
const FORM = form({ title: 'SOAP Progress Note', labels: ['Subjective', 'Plan'] });

let harness: Harness;
let tab: EhrTab;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.close());
afterEach(() => tab.page.close());

/** Jordan's note, at an address whose form nobody knows. */
async function open(address: string) {
  tab = await harness.tab(address, page(header(JORDAN), FORM));
  return tab.open();
}

const show = (client: ShownClient) =>
  tab.page.$eval(
    '.patient-header',
    (element, markup) => {
      element.outerHTML = markup;
    },
    header(client).html,
  );

const redrawForm = () =>
  tab.page.$eval(
    '.note',
    (element, markup) => {
      element.outerHTML = markup;
    },
    FORM.html,
  );

const written = () => tab.page.$eval('.note', (note) => note.textContent.includes('For Riley'));

const NOTE = 'https://www.therapynotes.com/app/notes/edit.aspx?id=a';
const CHANGES: readonly [string, string, ShownClient, () => Promise<unknown>][] = [
  [
    'by the query of the address',
    NOTE,
    RILEY,
    () => tab.page.evaluate(() => history.pushState(null, '', '?id=b')),
  ],
  ['in place', 'https://www.therapynotes.com/app/todo/', RILEY, async () => undefined],
  [
    'in place, to a namesake',
    NOTE,
    { ...JORDAN, birthDate: '3/14/1992', recordId: null },
    async () => undefined,
  ],
  [
    'in place, after nobody was named',
    NOTE,
    RILEY,
    async () => {
      await tab.page.$eval('.patient-name', (name) => name.replaceChildren());
      await tab.settled(({ subjects }) => subjects.length === 0);
      await tab.page.$eval('.patient-name', (name) => name.append('…'));
    },
  ],
];

test.each(CHANGES)(
  'a note that turns to another client %s has none of the editors that were there',
  async (_, address, other, turn) => {
    const before = await open(address);
    expect(before.fields).toHaveLength(2);
    await turn();
    await show(other);
    const plan = planFor(before, [{ field: before.fields[0], text: 'For Riley.' }]);
    const { navigation } = await tab.newest();
    const forOther = {
      ...plan.expected,
      navigation,
      name: other.name,
      recordId: other.recordId,
      birthDate: parseBirthDate(other.birthDate ?? ''),
    };
    // The insertion waits for the page to settle, far longer than a page needs to.
    expect(await tab.insert({ ...plan, expected: forOther })).toEqual({
      status: 'notInserted',
      reason: 'pageChanged',
    });
    const stale = await tab.newest();
    expect([stale.settled, stale.subjects, stale.fields]).toEqual([false, [], []]);
    expect(stale.navigation).toBeGreaterThan(before.navigation);
    expect(await written()).toBe(false);

    await redrawForm();
    const after = await tab.settled();
    expect(after.subjects[0]?.name).toBe(other.name);
    const own = planFor(after, [{ field: after.fields[0], text: 'For Riley.' }]);
    expect((await tab.insert(own)).status).toBe('exact');
    expect(await written()).toBe(true);
  },
);

test('a header drawn anew for the same client leaves the note as it is', async () => {
  const before = await open(NOTE);
  await show({ ...JORDAN, recordId: null });
  await tab.settled(({ subjects }) => subjects[0]?.recordId === null);
  await show(JORDAN);
  const after = await tab.settled(({ subjects }) => subjects[0]?.recordId !== null);
  expect([after.navigation, after.fields]).toEqual([before.navigation, before.fields]);
});

test('a signed note that was there says nothing of the next client', async () => {
  tab = await harness.tab(
    NOTE,
    page(header(JORDAN)).replace(
      '</main>',
      `<h2>SOAP Progress Note</h2><h2>Risk Assessment</h2><p>Patient denies all areas of risk.</p>
<h2>Subjective</h2><p>Words.</p><h2>Plan</h2><p>Words.</p><p id="end">Signed electronically by Robin.</p></main>`,
    ),
  );
  const before = await tab.open();
  expect([before.kind, before.note?.state]).toEqual(['lockedNote', 'signed']);
  await show(RILEY);
  const outcome = await tab.insert(planFor(before, [{ field: undefined, text: 'x' }]));
  expect(outcome.status).toBe('notInserted');
  expect((await tab.newest()).settled).toBe(false);
  await tab.page.$eval('#end', (end) => end.remove());
  expect((await tab.settled()).subjects[0]?.name).toBe('Riley Chen');
});
