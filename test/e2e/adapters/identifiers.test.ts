import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type EhrTab, type Harness, startHarness } from './harness.ts';

const RECORD = '4f1c9a27be60d385';
const TOKEN = 'kT4v_9Qm2XsLr7Bd';
const APPOINTMENT = 'https://secure.simplepractice.com/appointments/2718400101';
const CHART = `https://www.therapynotes.com/app/patients/edit/${TOKEN}/`;
const NOTE = '<h2>Progress note</h2><h3>Plan</h3><textarea></textarea>';
const LINK = `<a href="/clients/${RECORD}/overview">Overview</a>`;

const appointment = (date: string) =>
  `<header><h1 class="name">Jordan Avery</h1><p>DOB: ${date}</p>${LINK}</header>${NOTE}`;
const chart = (dates: string) =>
  `<header><h1 class="patient-name">Jordan Avery</h1>${dates}</header>`;
const withLinkElsewhere = (details: string) =>
  `<div><header><h1 class="name">Jordan Avery</h1>${details}</header></div>${NOTE}<aside>${LINK}</aside>`;

let harness: Harness;
let tab: EhrTab;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.close());
afterEach(() => tab.page.close());

async function subjectsOf(address: string, markup: string) {
  tab = await harness.tab(address, `<main>${markup}</main>`);
  return (await tab.open()).subjects;
}

const named = { recordId: null, name: 'Jordan Avery', birthDate: null };

test('an unreadable birth date leaves no second identifier', async () => {
  expect(await subjectsOf(APPOINTMENT, appointment('3/14/91'))).toEqual([named]);
  await tab.page.close();
  expect(await subjectsOf(APPOINTMENT, appointment('1991-03-14'))).toEqual([
    { ...named, recordId: RECORD, birthDate: '1991-03-14' },
  ]);
});

test('an unreadable holder leaves no second identifier, a hidden one says nothing', async () => {
  const holder = 'data-testid="patientheaderview-dob-container"';
  const unreadable = `<p>DOB: <span ${holder}>3/14/91</span></p>`;
  expect(await subjectsOf(CHART, chart(unreadable))).toEqual([named]);
  await tab.page.close();
  const hidden = `<p hidden>DOB: <span ${holder}>3/15/1990</span></p>`;
  expect(await subjectsOf(CHART, chart(`${hidden}<p>DOB: <b ${holder}>3/14/1991</b></p>`))).toEqual(
    [{ ...named, recordId: TOKEN, birthDate: '1991-03-14' }],
  );
});

test('a link somewhere on the page names the record only of a client with a birth date', async () => {
  expect(await subjectsOf(APPOINTMENT, withLinkElsewhere(''))).toEqual([named]);
  await tab.page.close();
  expect(await subjectsOf(APPOINTMENT, withLinkElsewhere('<p>DOB: 03/14/1991</p>'))).toEqual([
    { ...named, recordId: RECORD, birthDate: '1991-03-14' },
  ]);
});

const NOTE_ADDRESS = 'https://www.therapynotes.com/app/notes/edit/48210101/';
const OTHER = 'Wz8-pN3cYhJ5uEa1';
const JORDAN = { recordId: TOKEN, name: 'Jordan Avery', birthDate: '1991-03-14' };
const chartLink = (token: string) => `<a href="/app/patients/edit/${token}/">Chart</a>`;
const therapyNote = (header: string, elsewhere: string) =>
  `<header><div><h1 class="patient-name">Jordan Avery</h1><p>DOB: 3/14/1991</p></div>${header}</header>
   <h2 for="RichTextbox_13000">Plan</h2><textarea></textarea><aside><p>See also ${elsewhere}</p></aside>`;

describe('the record of a note in TherapyNotes', () => {
  test('is that of the header’s own link, whatever else is linked', async () => {
    expect(await subjectsOf(NOTE_ADDRESS, therapyNote(chartLink(TOKEN), chartLink(OTHER)))).toEqual(
      [JORDAN],
    );
  });

  test('is not known when the header links to none', async () => {
    expect(await subjectsOf(NOTE_ADDRESS, therapyNote('', chartLink(OTHER)))).toEqual([
      { ...JORDAN, recordId: null },
    ]);
  });

  test('is the address’s when the note stands on the chart', async () => {
    expect(await subjectsOf(CHART, therapyNote('', chartLink(OTHER)))).toEqual([JORDAN]);
  });

  test('is never one of two', async () => {
    const both = therapyNote(chartLink(TOKEN) + chartLink(OTHER), '');
    expect(await subjectsOf(NOTE_ADDRESS, both)).toHaveLength(2);
  });
});
