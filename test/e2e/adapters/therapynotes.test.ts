import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { person } from '#test/ehr/people.ts';
import type { TherapyNotesOptions } from '#test/ehr/therapynotes/options.ts';
import { psychotherapyNoteId, signedNoteId } from '#test/ehr/therapynotes/records.ts';
import { startTherapyNotes, type TherapyNotes } from '#test/ehr/therapynotes/server.ts';
import { autosaved } from '#test/ehr/therapynotes/state.ts';
import { type EhrTab, type Harness, planFor, startHarness } from './harness.ts';

const HOST = 'https://www.therapynotes.com';
const jordan = person('jordan-avery');
const { token, noteId } = jordan.therapynotes;
const JORDAN = { recordId: token, name: 'Jordan Avery', birthDate: '1991-03-14' };
const notePage = (id: string) => `/app/notes/edit/${id}/`;

let port: number;
let harness: Harness;
let practice: TherapyNotes;
let tab: EhrTab;

beforeAll(async () => {
  practice = await startTherapyNotes();
  port = practice.port;
  harness = await startHarness({ 'www.therapynotes.com': port });
  await practice.close();
});
afterAll(() => harness.close());
afterEach(async () => {
  await tab.page.close();
  await practice.close();
});

async function open(path: string, options: TherapyNotesOptions = {}) {
  practice = await startTherapyNotes({ tabDelayMs: 0, ...options, port });
  tab = await harness.tab(`${HOST}${path}`);
  await tab.open();
  return tab;
}

test('a chart is read by the token in its address, and its tabs stay the same client', async () => {
  await open(`/app/patients/edit/${token}/`);
  const chart = await tab.settled(({ kind }) => kind === 'client');
  expect(chart.subjects).toEqual([JORDAN]);
  await tab.page.click('[data-tab-id="Documents"]');
  await tab.page.waitForSelector('#DocumentsTable');
  const documents = await tab.settled();
  expect([documents.kind, documents.subjects]).toEqual(['client', [JORDAN]]);
  expect(documents.navigation).toBe(chart.navigation);
});

describe.each(['tiptap', 'contenteditable', 'textarea', 'shadow'] as const)(
  'with %s editors',
  (editor) => {
    test('a note names its fields by headings that are no labels', async () => {
      await open(notePage(noteId), { editor });
      const reading = await tab.settled(({ kind }) => kind === 'note');
      expect(reading.subjects).toEqual([JORDAN]);
      expect(reading.appointment).toEqual({ id: null, date: '2026-11-20' });
      expect(reading.fields.map(({ label, section }) => [label, section])).toEqual([
        ['Subjective', 'subjective'],
        ['Objective', 'objective'],
        ['Assessment', 'assessment'],
        ['Plan', 'plan'],
      ]);
    });

    test('an Update reaches the form that is saved, below what was there, and leaves it', async () => {
      const former = editor === 'textarea' ? 'On time.' : '<p>On time.</p>';
      await open(notePage(noteId), {
        editor,
        notes: { [noteId]: { elements: { 13001: former } } },
      });
      const reading = await tab.settled(({ kind }) => kind === 'note');
      const field = reading.fields.find(({ section }) => section === 'objective');
      const plan = planFor(reading, [{ field, text: 'PHQ-9 11/27.\nGAD-7 9/21.' }]);
      expect(await tab.insert(plan)).toEqual({ status: 'exact' });
      const saved = () => autosaved(practice.state, noteId, '13001')?.replaceAll(/<[^>]*>/g, '\n');
      await expect
        .poll(() => saved()?.split(/\n+/).filter(Boolean))
        .toEqual(['On time.', 'PHQ-9 11/27.', 'GAD-7 9/21.']);
      expect(await tab.undo(plan)).toEqual({ status: 'restored' });
      await expect.poll(() => autosaved(practice.state, noteId, '13001')).toBe(former);
      expect(practice.state.policyReports).toEqual([]);
    });
  },
);

test.each([
  ['classic', [null, 'subjective', 'objective', 'assessment', 'plan']],
  ['dap', ['data', 'assessment', 'plan']],
  ['birp', ['behavior', 'intervention', 'response', 'plan']],
] as const)(
  'the %s form has its sections, and no decoy takes their place',
  async (template, sections) => {
    await open(notePage(noteId), { template });
    const { fields } = await tab.settled(({ kind }) => kind === 'note');
    expect(fields.map(({ section }) => section)).toEqual(sections);
  },
);

test('a note is recognised at any address, and in place on the chart', async () => {
  await open(`/app/documents/view/${noteId}/`, { notePath: '/app/documents/view/{noteId}/' });
  const odd = await tab.settled(({ kind }) => kind === 'note');
  expect([odd.subjects, odd.fields.length]).toEqual([[JORDAN], 4]);
  await tab.page.close();
  await practice.close();
  await open(`/app/patients/edit/${token}/#tab=Documents`, { noteLocation: 'chart' });
  await tab.page.waitForSelector(`[data-note-id="${noteId}"]`);
  await tab.page.click(`[data-note-id="${noteId}"]`);
  const inPlace = await tab.settled(({ kind }) => kind === 'note');
  expect([inPlace.subjects, inPlace.fields.length]).toEqual([[JORDAN], 4]);
});

test('a header without a link names the client but no record', async () => {
  await open(notePage(noteId), { noteHeader: 'plain' });
  const { subjects } = await tab.settled(({ kind }) => kind === 'note');
  expect(subjects).toEqual([{ ...JORDAN, recordId: null }]);
});

test('a note with other attendees is still in one client’s chart', async () => {
  const sam = person('sam-rivera');
  await open(notePage(sam.therapynotes.noteId));
  const { subjects } = await tab.settled(({ kind }) => kind === 'note');
  expect(subjects.map(({ name }) => name)).toEqual(['Sam Rivera']);
});

test('a signed note says so and offers no field', async () => {
  await open(notePage(signedNoteId(jordan)));
  const reading = await tab.settled(({ kind }) => kind === 'lockedNote');
  expect(reading.note?.state).toBe('signed');
  expect(reading.fields).toEqual([]);
  expect(await tab.insert(planFor(reading, [{ field: undefined, text: 'Update' }]))).toEqual({
    status: 'notInserted',
    reason: 'signed',
  });
});

test('a psychotherapy note is shown by name and never written to', async () => {
  await open(notePage(psychotherapyNoteId(jordan)));
  const reading = await tab.settled(({ kind }) => kind === 'note');
  expect(
    reading.fields.map(({ label, section, psychotherapy }) => [label, section, psychotherapy]),
  ).toEqual([['Note Content', null, true]]);
  expect(
    await tab.insert(planFor(reading, [{ field: reading.fields[0], text: 'Update' }])),
  ).toEqual({
    status: 'notInserted',
    reason: 'psychotherapyNote',
  });
});

test('the page says when it is signed out, and other pages name nobody', async () => {
  await open('/app/login/');
  expect((await tab.settled()).kind).toBe('signedOut');
  await tab.page.close();
  for (const [path, kind] of [
    ['/app/patients/', 'clientList'],
    ['/app/scheduling/', 'calendar'],
    ['/app/', 'other'],
  ] as const) {
    tab = await harness.tab(`${HOST}${path}`);
    const reading = await tab.open();
    expect([path, reading.kind, reading.subjects]).toEqual([path, kind, []]);
    if (path !== '/app/') await tab.page.close();
  }
});
