import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { clientOf, eventsOn } from '#test/ehr/sessionshealth/records.ts';
import {
  type SessionsHealth,
  type SessionsHealthOptions,
  startSessionsHealth,
} from '#test/ehr/sessionshealth/server.ts';
import { type EhrTab, type Harness, planFor, startHarness } from './harness.ts';

const HOST = 'https://app.sessionshealth.com';
const jordan = clientOf('jordan-avery');
const JORDAN = { recordId: jordan.id, name: 'Jordan Avery', birthDate: '1991-03-14' };

let port: number;
let harness: Harness;
let practice: SessionsHealth;
let tab: EhrTab;

beforeAll(async () => {
  practice = await startSessionsHealth();
  port = practice.port;
  harness = await startHarness({ 'app.sessionshealth.com': port });
  await practice.close();
});
afterAll(() => harness.close());
afterEach(async () => {
  await tab.page.close();
  await practice.close();
});

function eventOf(key: string) {
  const event = eventsOn('2026-11-20').find(({ client }) => client.key === key);
  if (event === undefined) throw new Error(`no appointment of "${key}"`);
  return event.id;
}

async function open(path: string, options: SessionsHealthOptions = {}) {
  practice = await startSessionsHealth({ ...options, port });
  tab = await harness.tab(`${HOST}${path}`);
  return tab.open();
}

test('an appointment names client, day and fields, and nothing fails its checks', async () => {
  const reading = await open(`/events/${eventOf('jordan-avery')}`);
  expect(reading).toMatchObject({
    ehr: 'sessionshealth',
    kind: 'note',
    subjects: [JORDAN],
    identity: { verdict: 'certain', signals: ['headerLink', 'name', 'birthDate'] },
    appointment: { id: '50001-261120', date: '2026-11-20' },
    note: { template: 'Progress Note', type: 'progress', state: 'editable' },
    failedChecks: [],
  });
  expect(reading.fields.map(({ label, section, editor }) => [label, section, editor])).toEqual([
    ['Subjective', 'subjective', 'textarea'],
    ['Objective', 'objective', 'textarea'],
    ['Assessment', 'assessment', 'textarea'],
    ['Plan', 'plan', 'textarea'],
  ]);
});

test('an Update reaches the form, below what was there, and leaves it again', async () => {
  const event = eventOf('jordan-avery');
  const reading = await open(`/events/${event}`, { notes: { [event]: { Objective: 'On time.' } } });
  const plan = planFor(reading, [{ field: reading.fields[1], text: 'PHQ-9 17/27.' }]);
  expect(await tab.insert(plan)).toEqual({ status: 'exact' });
  const held = () => practice.state.models[event]?.['Objective'];
  await expect.poll(held).toBe('On time.\n\nPHQ-9 17/27.');
  expect(await tab.undo(plan)).toEqual({ status: 'restored' });
  await expect.poll(held).toBe('On time.');
  expect(practice.state.policyReports).toEqual([]);
});

test('a chart is read by the id in its address', async () => {
  const reading = await open(`/clients/${jordan.id}/details`);
  expect(reading).toMatchObject({ kind: 'client', subjects: [JORDAN], failedChecks: [] });
  expect(reading.identity.signals).toEqual(['urlId', 'headerLink', 'name', 'birthDate']);
});

test('the next client is believed only once the page shows it', async () => {
  await open(`/clients/${jordan.id}`);
  practice.gates.page.hold();
  await tab.page.evaluate(() => {
    const link = document.createElement('a');
    link.href = '/clients/41002';
    document.body.append(link);
    link.click();
    link.remove();
  });
  await practice.gates.page.arrival();
  await expect.poll(async () => (await tab.newest()).navigation).toBeGreaterThan(0);
  expect((await tab.newest()).subjects).toEqual([]);
  practice.gates.page.release();
  const { subjects } = await tab.settled(({ navigation }) => navigation > 0);
  expect(subjects.map(({ recordId, name }) => [recordId, name])).toEqual([['41002', 'Riley Chen']]);
});

test('a couple is never one person', async () => {
  const { subjects, identity } = await open(`/events/${eventOf('sam-and-dana-rivera')}`);
  expect(subjects.map(({ name }) => name)).toEqual(['Sam', 'Dana Rivera']);
  expect(identity.verdict).toBe('ambiguous');
});

test('a signed note says so and offers no field', async () => {
  const event = eventOf('jordan-avery');
  const reading = await open(`/events/${event}`, { signed: [event] });
  expect([reading.kind, reading.note?.state, reading.fields]).toEqual(['lockedNote', 'signed', []]);
  expect(reading.failedChecks).toEqual([]);
});

describe('pages without a client', () => {
  test('the day’s schedule names who comes, and couples as several', async () => {
    const reading = await open('/calendar?date=2026-11-20&view=day');
    expect(reading.kind).toBe('calendar');
    const [first] = reading.schedule;
    expect(first).toMatchObject({ startsAt: '08:00', several: false });
    expect(first?.subject).toEqual({ recordId: null, name: 'Jordan Avery', birthDate: null });
    expect(reading.schedule.filter(({ several }) => several)).toHaveLength(1);
  });

  test('a week is no day', async () => {
    const { kind, schedule } = await open('/calendar?date=2026-11-20&view=week');
    expect([kind, schedule]).toEqual(['calendar', []]);
  });

  test('the list names nobody', async () => {
    const { kind, subjects, failedChecks } = await open('/clients');
    expect([kind, subjects, failedChecks]).toEqual(['clientList', [], []]);
  });

  test('the sign-in page is known at its address, and elsewhere is no chart', async () => {
    expect((await open('/login')).kind).toBe('signedOut');
    await tab.page.close();
    await practice.close();
    const { kind, subjects } = await open(`/clients/${jordan.id}`, { signedOut: true });
    expect([kind, subjects]).toEqual(['unknown', []]);
  });
});
