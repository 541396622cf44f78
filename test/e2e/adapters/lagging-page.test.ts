import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { person } from '#test/ehr/people.ts';
import { PAST_APPOINTMENT } from '#test/ehr/simplepractice/records.ts';
import {
  type SimplePractice,
  type SimplePracticeOptions,
  startSimplePractice,
} from '#test/ehr/simplepractice/server.ts';
import { type EhrTab, type Harness, planFor, startHarness } from './harness.ts';

const HOST = 'https://secure.simplepractice.com';
const jordan = person('jordan-avery');
const riley = person('riley-chen');
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

test('a header that lags behind the address identifies nobody, and nothing is written', async () => {
  await open(NOTE, SOAP);
  const before = await tab.settled(({ kind }) => kind === 'note');
  practice.gates.header.hold();
  await visit(`/appointments/${riley.simplepractice.appointmentId}`);
  await practice.gates.header.arrival();
  await tab.page.waitForFunction(
    () =>
      document.querySelectorAll('.progress-individual-note-container .ProseMirror').length === 1,
  );
  // The old client's header stands above the new client's note.
  expect(await tab.page.$eval('h1', (element) => element.textContent)).toBe('Jordan Avery');
  const outcome = await tab.insert(planFor(before, [{ field: before.fields[0], text: 'Update' }]));
  expect(outcome).toEqual({ status: 'notInserted', reason: 'pageChanged' });
  // The insertion has waited far longer than a page needs to settle.
  const stale = await tab.newest();
  expect([stale.settled, stale.subjects, stale.fields]).toEqual([false, [], []]);

  practice.gates.header.release();
  const after = await tab.settled();
  expect(after.subjects[0]?.name).toBe('Riley Chen');
  const models = practice.state.models[riley.simplepractice.appointmentId] ?? {};
  expect(Object.values(models).every(({ lines }) => lines === '')).toBe(true);
});

test.each([
  ['a spinner', () => document.querySelector('.client-header ul')?.append(item('Loading'))],
  [
    'a spinner beside the name',
    () => document.querySelector('h1')?.append(document.createElement('i')),
  ],
  [
    'a clock',
    () => document.querySelector('.client-header li:nth-child(2)')?.replaceChildren('now'),
  ],
  [
    'a status in the element of the name',
    () => document.querySelector('h1 b')?.replaceChildren('Loading…'),
  ],
  [
    'a word of the status before',
    () => document.querySelector('h1 b')?.replaceChildren('Active, loading'),
  ],
  ['an attribute', () => document.querySelector('h1')?.setAttribute('hidden', 'until-found')],
  ['a part that goes away', () => document.querySelector('.client-header li')?.remove()],
])('a header that lags behind is not believed because of %s in it', async (_, change) => {
  await open(NOTE);
  await tab.settled(({ kind }) => kind === 'note');
  await tab.page.$eval('h1', (name) => {
    name.append(' ', Object.assign(document.createElement('b'), { textContent: 'Active' }));
  });
  await tab.settled(({ subjects }) => subjects[0]?.name === 'Jordan Avery Active');
  practice.gates.header.hold();
  await visit(`/appointments/${riley.simplepractice.appointmentId}`);
  await practice.gates.header.arrival();
  await tab.page.waitForSelector('.progress-individual-note-container .ProseMirror');
  await tab.page.evaluate(() =>
    Object.assign(globalThis, {
      item: (text: string) => Object.assign(document.createElement('li'), { textContent: text }),
    }),
  );
  await tab.page.evaluate(change);
  // A plan waits for the page to settle, far longer than a page needs to.
  const outcome = await tab.insert(planFor(await tab.newest(), [{ field: undefined, text: 'x' }]));
  expect(outcome.status).toBe('notInserted');
  const { settled, subjects } = await tab.newest();
  expect([settled, subjects]).toEqual([false, []]);

  practice.gates.header.release();
  expect((await tab.settled()).subjects[0]?.name).toBe('Riley Chen');
});

test('a header drawn anew in its old element is believed, for the same client too', async () => {
  await open(NOTE);
  await tab.settled(({ kind }) => kind === 'note');
  practice.gates.header.hold();
  await visit(`/appointments/${PAST_APPOINTMENT}`);
  await practice.gates.header.arrival();
  await tab.page.waitForSelector('.locked-note');
  expect((await tab.newest()).settled).toBe(false);
  await tab.page.$eval('h1', (name) => name.replaceChildren('Jordan Avery'));
  const same = await tab.settled();
  expect([same.subjects, same.appointment?.id]).toEqual([[JORDAN], PAST_APPOINTMENT]);
});

test('a note that lags behind its header takes no text', async () => {
  await open(NOTE, SOAP);
  const before = await tab.settled(({ kind }) => kind === 'note');
  practice.gates.body.hold();
  await visit(`/appointments/${riley.simplepractice.appointmentId}`);
  await practice.gates.body.arrival();
  await tab.page.waitForFunction(() => document.querySelector('h1')?.textContent === 'Riley Chen');
  const mixed = { ...planFor(before, [{ field: before.fields[0], text: 'Update' }]) };
  const { simplepractice, birthDate } = riley;
  // Even a plan for the client whose header is shown must not reach the note of the one before.
  mixed.expected = {
    ...mixed.expected,
    navigation: (await tab.newest()).navigation,
    recordId: simplepractice.hash,
    name: 'Riley Chen',
    birthDate: birthDate as typeof mixed.expected.birthDate,
    appointmentId: simplepractice.appointmentId,
  };
  expect(await tab.insert(mixed)).toEqual({ status: 'notInserted', reason: 'pageChanged' });
  expect((await tab.newest()).settled).toBe(false);
  practice.gates.body.release();
  const after = await tab.settled();
  expect(after.fields.map(({ section }) => section)).toEqual(['whole', null]);
});

// Run in the page, where a test above puts it.
declare function item(text: string): HTMLElement;
