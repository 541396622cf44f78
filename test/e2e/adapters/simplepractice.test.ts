import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { person } from '#test/ehr/people.ts';
import {
  GROUP_APPOINTMENT,
  LEGACY_COUPLE_APPOINTMENT,
  PAST_APPOINTMENT,
} from '#test/ehr/simplepractice/records.ts';
import {
  type SimplePractice,
  type SimplePracticeOptions,
  startSimplePractice,
} from '#test/ehr/simplepractice/server.ts';
import { type EhrTab, type Harness, planFor, startHarness } from './harness.ts';

const HOST = 'https://secure.simplepractice.com';
const jordan = person('jordan-avery');
const JORDAN = {
  recordId: jordan.simplepractice.hash,
  name: 'Jordan Avery',
  birthDate: '1991-03-14',
};
const NOTE = `/appointments/${jordan.simplepractice.appointmentId}`;
const SOAP = { notes: { [jordan.simplepractice.appointmentId]: { template: 'SOAP Note' } } };

let port: number;
let harness: Harness;
let practice: SimplePractice;
let tab: EhrTab;

beforeAll(async () => {
  practice = await startSimplePractice();
  port = practice.port;
  harness = await startHarness({ 'secure.simplepractice.com': port });
  await practice.close();
});
afterAll(() => harness.close());
afterEach(async () => {
  await tab.page.close();
  await practice.close();
});

async function open(path: string, options: SimplePracticeOptions = {}) {
  practice = await startSimplePractice({ headerDelayMs: 0, ...options, port });
  tab = await harness.tab(`${HOST}${path}`);
  await tab.open();
  return tab;
}

/** Follows a link of the application, without a page load. */
async function visit(path: string) {
  await tab.page.evaluate((target) => {
    const link = document.createElement('a');
    link.href = target;
    document.body.append(link);
    link.click();
    link.remove();
  }, path);
}

describe.each(['classic', 'updated'] as const)('the %s appointment page', (layout) => {
  test.each(['label', 'heading', 'div'] as const)(
    'names its fields by the %s that a person sees, not by the AI panel',
    async (questionText) => {
      await open(NOTE, { ...SOAP, layout, questionText });
      const reading = await tab.settled(({ kind }) => kind === 'note');
      expect(reading.subjects).toEqual([JORDAN]);
      expect(reading.appointment).toEqual({ id: '2718400101', date: '2026-11-20' });
      expect(reading.note).toEqual({ template: 'SOAP Note', type: 'progress', state: 'editable' });
      expect(
        reading.fields.map(({ label, section, psychotherapy }) => [label, section, psychotherapy]),
      ).toEqual([
        ['Subjective', 'subjective', false],
        ['Objective', 'objective', false],
        ['Assessment', 'assessment', false],
        ['Plan', 'plan', false],
        ['Psychotherapy note', null, true],
      ]);
      expect(reading.fields.every(({ editor, empty }) => editor === 'prosemirror' && empty)).toBe(
        true,
      );
    },
  );

  test.each(['padded', 'worded', 'withAge'] as const)(
    'gives a birth date that is written %s',
    async (birthDates) => {
      await open(NOTE, { layout, birthDates });
      const reading = await tab.settled(({ kind }) => kind === 'note');
      expect(reading.subjects).toEqual([JORDAN]);
    },
  );

  test('knows a psychotherapy note by its heading alone', async () => {
    await open(NOTE, { layout, psychotherapyQuestion: 'bare' });
    const { fields } = await tab.settled(({ kind }) => kind === 'note');
    expect(fields.map(({ section, psychotherapy }) => [section, psychotherapy])).toEqual([
      ['whole', false],
      [null, true],
    ]);
  });

  test('says that a locked note is locked', async () => {
    await open(`/appointments/${PAST_APPOINTMENT}`, { layout });
    const reading = await tab.settled(({ kind }) => kind === 'lockedNote');
    expect(reading.note?.state).toBe('locked');
    expect(reading.fields).toEqual([]);
    expect(reading.subjects).toEqual([JORDAN]);
  });

  test('never narrows several people down to one', async () => {
    await open('/calendar/appointments', { layout });
    await visit('/appointments/2718400201');
    const couple = await tab.settled(({ kind }) => kind === 'note');
    expect(couple.subjects.map(({ name }) => name)).toEqual(['Sam', 'Dana Rivera']);
    await visit(`/appointments/${LEGACY_COUPLE_APPOINTMENT}`);
    const legacy = await tab.settled((reading) => reading.appointment?.id !== '2718400201');
    expect(legacy.subjects.map(({ name, recordId }) => [name, recordId])).toEqual([
      ['Sam Rivera', person('sam-rivera').simplepractice.hash],
      ['Dana Rivera', person('dana-rivera').simplepractice.hash],
    ]);
    await visit(`/appointments/${GROUP_APPOINTMENT}`);
    const group = await tab.settled(({ subjects }) => subjects.length > 2);
    expect(group.subjects).toHaveLength(4);
  });

  test('reads a chart by the id in its address', async () => {
    await open(`/clients/${JORDAN.recordId}/overview`, { layout });
    const reading = await tab.settled(({ kind }) => kind === 'client');
    expect(reading.subjects).toEqual([JORDAN]);
    expect([reading.fields, reading.note]).toEqual([[], null]);
  });
});

test.each([
  ['DAP Note', ['data', 'assessment', 'plan']],
  ['BIRP Note', ['behavior', 'intervention', 'response', 'plan']],
  ['data, subjective, plan', ['data', 'subjective', 'plan']],
  ['Simple Progress Note', ['whole']],
])('the template "%s" has these sections', async (template, sections) => {
  await open(NOTE, { notes: { [jordan.simplepractice.appointmentId]: { template } } });
  const { fields } = await tab.settled(({ kind }) => kind === 'note');
  const own = fields.filter(({ psychotherapy }) => !psychotherapy);
  expect(own.map(({ section }) => section)).toEqual(sections);
});

test('a hundred questions that mean no section get none', async () => {
  const template = 'Initial Clinical Evaluation';
  await open(NOTE, { notes: { [jordan.simplepractice.appointmentId]: { template } } });
  const { fields } = await tab.settled(({ kind }) => kind === 'note');
  expect(fields).toHaveLength(101);
  expect(fields.every(({ section }) => section === null)).toBe(true);
  expect(fields[41]?.label).toBe('Evaluation question 42');
});

test('pages that concern no client are told apart and name nobody', async () => {
  await open('/calendar/appointments');
  expect((await tab.settled()).kind).toBe('calendar');
  await visit(`/calendar${NOTE}`);
  const flyout = await tab.settled();
  expect([flyout.kind, flyout.subjects]).toEqual(['calendar', []]);
  await visit('/clients');
  expect((await tab.settled(({ kind }) => kind === 'clientList')).subjects).toEqual([]);
  await visit('/practice_settings/general');
  expect((await tab.settled(({ kind }) => kind === 'other')).subjects).toEqual([]);
});

test('two clients of one name differ by id and birth date', async () => {
  const [older, younger] = [person('alex-morgan-1988'), person('alex-morgan-1996')];
  await open(`/clients/${older.simplepractice.hash}/overview`, { headerDelayMs: 200 });
  expect((await tab.settled(({ kind }) => kind === 'client')).subjects[0]?.birthDate).toBe(
    older.birthDate,
  );
  await visit(`/clients/${younger.simplepractice.hash}/overview`);
  const { subjects } = await tab.settled();
  expect(subjects).toEqual([
    { recordId: younger.simplepractice.hash, name: 'Alex Morgan', birthDate: younger.birthDate },
  ]);
});

test('an Update reaches the model of the right note once, and leaves it again', async () => {
  const id = jordan.simplepractice.appointmentId;
  const notes = { [id]: { template: 'SOAP Note', answers: { 2: 'On time.' } } };
  await open(NOTE, { notes, saving: 'autosave' });
  const reading = await tab.settled(({ kind }) => kind === 'note');
  const [subjective, objective] = reading.fields;
  const plan = planFor(reading, [
    { field: subjective, text: 'Client answers since 6 Oct 2026.' },
    { field: objective, text: 'PHQ-9 17/27.\n\nGAD-7 12/21.' },
  ]);
  expect(await tab.insert(plan)).toEqual({ status: 'exact' });
  const lines = (question: string) => practice.state.models[id]?.[question]?.lines;
  await expect.poll(() => lines('2')).toBe('On time.\n\nPHQ-9 17/27.\n\nGAD-7 12/21.');
  expect(lines('1')).toBe('Client answers since 6 Oct 2026.');
  expect([lines('3'), lines('4'), lines('psychotherapy')]).toEqual(['', '', '']);
  expect(await tab.undo(plan)).toEqual({ status: 'restored' });
  await expect.poll(() => lines('2')).toBe('On time.');
  await expect.poll(() => lines('1')).toBe('');
  expect(practice.state.policyReports).toEqual([]);
});

test('a psychotherapy note and a note that was locked meanwhile are refused', async () => {
  await open(NOTE, SOAP);
  const reading = await tab.settled(({ kind }) => kind === 'note');
  const separate = reading.fields.find(({ psychotherapy }) => psychotherapy);
  expect(await tab.insert(planFor(reading, [{ field: separate, text: 'Update' }]))).toEqual({
    status: 'notInserted',
    reason: 'psychotherapyNote',
  });
  await tab.page.evaluate(() =>
    [...document.querySelectorAll('button')]
      .find((button) => button.textContent === 'Sign and lock')
      ?.click(),
  );
  const locked = await tab.settled(({ kind }) => kind === 'lockedNote');
  expect(locked.fields).toEqual([]);
  expect(await tab.insert(planFor(locked, [{ field: reading.fields[0], text: 'Update' }]))).toEqual(
    { status: 'notInserted', reason: 'locked' },
  );
});
